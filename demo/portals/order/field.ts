import "@fisc/components/text-field/define";
