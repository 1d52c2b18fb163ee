/** Who the extension is to browsers and hosts. The id follows from the key (first 16 bytes of SHA-256 of the SPKI, as letters a to p). */
export const EXTENSION_KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2+L55nwb0cy1n7AnGiE4zmxmsE5JJHWiZiifXE+qN7rzIATBR6hdVHC4esHURYJ1E6HJRFPddqHp8h6Hu+UHGXepu6HSVCvpgnLcOBjwVrMUP4IXDTpt6CTgBAWkj1Z6X4NBUcELhLN2ZgnB07ZzbqKTEyAONloQbWk4CAhXRJU4BBiPS3C/nuN0Ge6UaubynFLu72jDkB1DQMcQ1nWgPo6PoHjLu+00hHN290jbvkATVLkani3sduDnaBSQjqR6kDGGbQAoUHGaljGabMuh4StWlEIEkz/spenzQUoiMKrEzJ+dAPhIcCH0zO755DC4Ctvn8EdQKVE2vY8pWb7LSQIDAQAB";
export const EXTENSION_ID = "ljldkaejfacdpiomenhmnhbhkpbhecij";
export const FIREFOX_ID = "signing@fisc.example";
export const EXTENSION_VERSION = "0.1.0";
