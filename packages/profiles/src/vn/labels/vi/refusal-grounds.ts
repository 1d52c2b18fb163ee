/** Grounds that a refusal notice states when the ledger, not an officer, was the cause. No double quotes: they stand inside expressions. */
export const refusalGrounds = {
  shortBalance: "Số dư dự toán trên tài khoản của đơn vị không đủ để chi.",
  unitData: "Thông tin đơn vị kê khai trên chứng từ không đúng, không hạch toán được.",
  other: "Hồ sơ không đủ điều kiện thanh toán.",
} as const;
