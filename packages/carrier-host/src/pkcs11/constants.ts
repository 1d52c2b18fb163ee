/** Values of OASIS PKCS#11 v2.40, only those that are used here. */
export const CKR = {
  OK: 0x0,
  CANCEL: 0x1,
  SLOT_ID_INVALID: 0x3,
  GENERAL_ERROR: 0x5,
  FUNCTION_FAILED: 0x6,
  ATTRIBUTE_SENSITIVE: 0x11,
  ATTRIBUTE_TYPE_INVALID: 0x12,
  DEVICE_ERROR: 0x30,
  DEVICE_REMOVED: 0x32,
  FUNCTION_CANCELED: 0x50,
  MECHANISM_INVALID: 0x70,
  PIN_INCORRECT: 0xa0,
  PIN_INVALID: 0xa1,
  PIN_LEN_RANGE: 0xa2,
  PIN_EXPIRED: 0xa3,
  PIN_LOCKED: 0xa4,
  SESSION_CLOSED: 0xb0,
  SESSION_HANDLE_INVALID: 0xb3,
  TOKEN_NOT_PRESENT: 0xe0,
  TOKEN_NOT_RECOGNIZED: 0xe1,
  USER_ALREADY_LOGGED_IN: 0x100,
  CRYPTOKI_ALREADY_INITIALIZED: 0x191,
} as const;

export const CKF = {
  OS_LOCKING_OK: 0x2,
  SERIAL_SESSION: 0x4,
  /** In CK_TOKEN_INFO.flags. */
  PROTECTED_AUTHENTICATION_PATH: 0x100,
  USER_PIN_COUNT_LOW: 0x10000,
  USER_PIN_FINAL_TRY: 0x20000,
  USER_PIN_LOCKED: 0x40000,
} as const;

export const CKU = { USER: 1, CONTEXT_SPECIFIC: 2 } as const;
export const CKO = { CERTIFICATE: 1, PRIVATE_KEY: 3 } as const;
export const CKC_X_509 = 0;
export const CKA = { CLASS: 0x0, LABEL: 0x3, VALUE: 0x11, CERTIFICATE_TYPE: 0x80, ID: 0x102, ALWAYS_AUTHENTICATE: 0x202 } as const;
export const CKM = { RSA_PKCS: 0x1, SHA256_RSA_PKCS: 0x40, SHA256_RSA_PKCS_PSS: 0x43, SHA256: 0x250, ECDSA: 0x1041 } as const;
export const CKG_MGF1_SHA256 = 2;

/** CK_UNAVAILABLE_INFORMATION, in both widths of CK_ULONG. */
export const UNAVAILABLE: readonly bigint[] = [0xffffffffn, 0xffffffffffffffffn];

/** Order of the functions in CK_FUNCTION_LIST (section 3.7), up to the last that is used. */
export const FUNCTION_ORDER = [
  "C_Initialize",
  "C_Finalize",
  "C_GetInfo",
  "C_GetFunctionList",
  "C_GetSlotList",
  "C_GetSlotInfo",
  "C_GetTokenInfo",
  "C_GetMechanismList",
  "C_GetMechanismInfo",
  "C_InitToken",
  "C_InitPIN",
  "C_SetPIN",
  "C_OpenSession",
  "C_CloseSession",
  "C_CloseAllSessions",
  "C_GetSessionInfo",
  "C_GetOperationState",
  "C_SetOperationState",
  "C_Login",
  "C_Logout",
  "C_CreateObject",
  "C_CopyObject",
  "C_DestroyObject",
  "C_GetObjectSize",
  "C_GetAttributeValue",
  "C_SetAttributeValue",
  "C_FindObjectsInit",
  "C_FindObjects",
  "C_FindObjectsFinal",
  "C_EncryptInit",
  "C_Encrypt",
  "C_EncryptUpdate",
  "C_EncryptFinal",
  "C_DecryptInit",
  "C_Decrypt",
  "C_DecryptUpdate",
  "C_DecryptFinal",
  "C_DigestInit",
  "C_Digest",
  "C_DigestUpdate",
  "C_DigestKey",
  "C_DigestFinal",
  "C_SignInit",
  "C_Sign",
] as const;
