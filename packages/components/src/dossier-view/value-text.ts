export { isNumeric, moneyText, valueText } from "@fisc/core/paper";
