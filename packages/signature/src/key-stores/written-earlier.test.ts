import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromBase64, type Bytes } from "../bytes.ts";
import { openKeyStore } from "./index.ts";

/*
 * Stores as they were written on 22 November 2026 by `testing/key-stores`: a reader and a writer that change together are found out here. Keys and password
 * are of no use elsewhere.
 */
const password = "Пароль 1";

const CERTIFICATES = {
  "P-256": [
    "MIIBkzCCATigAwIBAgIQYt1fT0QHuzzluNUhx5/9WDAKBggqhkjOPQQDAjAjMQowCAYDVQQKDAFUMRUwEwYDVQQDDAxUIElzc3VpbmcgQ0EwHhcNMjYx",
    "MTIxMjMwMDAwWhcNMjcxMTIyMDAwMDAwWjARMQ8wDQYDVQQDDAZzaWduZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASDXMX9VtzNDLSuCJ3PW+tV",
    "rrZsd4h0yvQ4HCOrbqYi+c6x9miMlplhkLB0b+k23YoVdhvVlt4Sf1seS6J8+Xe2o2AwXjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIGQDAdBgNV",
    "HQ4EFgQUHsnL7ik8f7ab6E3lC7b0lHe5yyIwHwYDVR0jBBgwFoAUyZND4buEC0k9eHY/pTiUGIZYGBAwCgYIKoZIzj0EAwIDSQAwRgIhAPnKPVg2I836",
    "1JpmDBX5jAAi6nSvgbIbhiORffCWZk/1AiEAjTiOAY0m5LLnQqUARQlWdbnaLrTBepj5l/x5l67j2Wk=",
  ].join(""),
  "DSTU 4145": [
    "MIIBfzCCASWgAwIBAgIQRd3VrRWp2ShtQ0lQ82QCBTAKBggqhkjOPQQDAjAjMQowCAYDVQQKDAFUMRUwEwYDVQQDDAxUIElzc3VpbmcgQ0EwHhcNMjYx",
    "MTIxMjMwMDAwWhcNMjcxMTIyMDAwMDAwWjARMQ8wDQYDVQQDDAZzaWduZXIwRjAeBgsqhiQCAQEBAQMBATAPBg0qhiQCAQEBAQMBAQIGAyQABCFTvFLr",
    "Gb34ZsrN6rJh+W7H6TUedzNPkMMLkor9YxoEsACjYDBeMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgZAMB0GA1UdDgQWBBR0tdE7rMnaw0FxHMU3",
    "XtjMUdbzTTAfBgNVHSMEGDAWgBTJk0Phu4QLST14dj+lOJQYhlgYEDAKBggqhkjOPQQDAgNIADBFAiEA73byguzEnBe06nBFwHa66/0n76Svd8pfxITm",
    "Qj1hz7ICIC8hgFzLMinwVdeiIqe/cwsk6r0HfJZ1VdjuQeW28Q8b",
  ].join(""),
  second: [
    "MIIBfzCCASWgAwIBAgIQd+juIuhIx40WMP3DOszdbzAKBggqhkjOPQQDAjAjMQowCAYDVQQKDAFUMRUwEwYDVQQDDAxUIElzc3VpbmcgQ0EwHhcNMjYx",
    "MTIxMjMwMDAwWhcNMjcxMTIyMDAwMDAwWjARMQ8wDQYDVQQDDAZzaWduZXIwRjAeBgsqhiQCAQEBAQMBATAPBg0qhiQCAQEBAQMBAQIGAyQABCHBB8Uo",
    "g4nJ37Cr5zuTgWevkuzmS2ASiOmkmRsMook0NQCjYDBeMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgZAMB0GA1UdDgQWBBRnIIWnGmcBYwyA70iE",
    "IO+IXch+IjAfBgNVHSMEGDAWgBTJk0Phu4QLST14dj+lOJQYhlgYEDAKBggqhkjOPQQDAgNIADBFAiEA0lGgr8TJqfOE1Fss6xeszpywDptgH/iXO1RM",
    "AHr0ytsCIG5PreJb5xTOxQlDGY9U3pRHADaG2vgRz5GDmeQtLipn",
  ].join(""),
};

const STORES: readonly { readonly name: string; readonly owners: readonly (keyof typeof CERTIFICATES)[]; readonly file: string }[] = [
  {
    name: "PKCS #12, triple DES and RC2 of 40 bits, BER",
    owners: ["P-256"],
    file: [
      "MIACAQMwgAYJKoZIhvcNAQcBoIAkgASCAbIwgDCABgkqhkiG9w0BBwGggCSABH0wgDCABgsqhkiG9w0BDAoBAqCAMIAwgAYKKoZIhvcNAQwBAzCAJIAE",
      "BKgH65cEBMeaUHwAAAIBMgAAAAAkgARIzX1AFqillgOQhYQZXv9AdMipYlWaZCFJ+gB5k09bCyQcpvC6Ob7UUuPEWLM9IownXBEgPBVa23+axUhR+wR+",
      "uVwI7DVXsWWvycsESNwJZtHqDkZDmdJ1/HjKlYJbpgN4WR4FwoROvtWx2tN1gedRuyKks5cqAtW1ls235vJd+upTziLPDFPVG2HBmuQAFhy+QKsrHgAA",
      "AAAAADGAMIAGCSqGSIb3DQEJFDGAHgYAawBlAHkAAAAAAAAAAAAAAAAAAAAAMIAGCSqGSIb3DQEHBqCAMIACAQAwgAYJKoZIhvcNAQcBMIAGCiqGSIb3",
      "DQEMAQYwgCSABAR0zM5DBAR6rbXtAAACATIAAAAAoIAEgfgIGaGDZy60DTUFbTE7+68MsQ4uie9hN9++aWUV1CqOV3yctwLaJLl23NE6+OMiJ/qJmj/R",
      "/GEuYw5cVkkzamdVoG/WdOLGxQaHUE86nwSCAbIulI03xD7PotNJrx8Rr2oMAmiPD0EPWB52jft6GRrG840wrIrQRhLFFr2vVEpeYItUnNUoN0LB7ykt",
      "65rFwy1lo6+NzzUcdejbHCTBQGk8bgip30PDH6iJtNMjyRjO/bLnssZpvWIq92AgxzNqxlAz9Y4rlep4KyYmVTBKHrNHw6wN+9hf2DJxaCkOLMJvOjOR",
      "RWhvVrNbsug8yyKvmQpBOt8FX34CDys6CrsEgfjXQ24UncNV9hLZQTi6Q/cuA4f/ZhoJos6cQwIBLlp9OVnlewCTfpkCbg4vw4RcaptCGzXf6tQofeyv",
      "lXNQkqBJvYVMGgap4smkGhH4ZzeCKk2d3aG6Q8Y+mdJhcy/Ozg/PlF4vfetOEukLU/nhUgUmU1SbzCtSCodwFiwqjyqBrRoDv79arhMlO5ri1BPHVjYN",
      "xSctEx3JrXJO/cuMUfP2bDPT1g8ikxbiBajPQaq8hJ8bVvJBXTAs9gL7SsB/6NRQoGvelakwXHEKZGSReeeH21SrjX72BlyN86uKEi94dQGb7R9fIMjr",
      "GIBqkujgB5Pn9gN3WNLIBgAAAAAAAAAAAAAAAAAAAAAAADCAMIAwgAYFKw4DAhoFAAAAJIAECnKVJcIQlzKqm38ECiYjWxZVMB8dqi0AAAAAJIAECosy",
      "UJaMXgxb7V0ECuhmOPjyZTSH0k4AAAIBMgAAAAA=",
    ].join(""),
  },
  {
    name: "PKCS #12, AES, PBMAC1",
    owners: ["P-256"],
    file: [
      "MIIBwQIBAzCCATwGCSqGSIb3DQEHAaCCAS0EggEpMIIBJTCCASEGCSqGSIb3DQEHAaCCARIEggEOMIIBCjCCAQYGCyqGSIb3DQEMCgECoIH2MIHzMF4G",
      "CSqGSIb3DQEFDTBRMDAGCSqGSIb3DQEFDDAjBBBtWVRg8KWCLwQo6WkbyqfcAgEyMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBDzmtDK3BQi5NjB",
      "vzJziLOYBIGQpTRVuB1umOTqwaC16VQYUs9qCmcuplxtpi44vlRjKd8x8ZfLpH/BBYKOy6iE3+PCbjXuv7iYtrNagiRv9ljH0omO+hqlx2pEfndcrxDl",
      "47a8Q0egraqS9MGZZ150+BTxN6XkJrte0GoDjzYy11Qk2M1HvbfjaO51qgnzBb2IIT7XnBsx42Qdts9yI+fmQRoIMHwwdDBQBgkqhkiG9w0BBQ4wQzAz",
      "BgkqhkiG9w0BBQwwJgQQoY0rZ0jMnr3ACn/Eu5mZdwIBMgIBIDAMBggqhkiG9w0CCQUAMAwGCCqGSIb3DQIJBQAEINZmCwwZn1vKc9bvwBZXqIQagi5S",
      "usVUxvOKUOB196TQBAEAAgEB",
    ].join(""),
  },
  {
    name: "PKCS #12, GOST 28147 and GOST 34.311",
    owners: ["DSTU 4145"],
    file: [
      "MIIBmgIBAzCCAUQGCSqGSIb3DQEHAaCCATUEggExMIIBLTCCASkGCSqGSIb3DQEHAaCCARoEggEWMIIBEjCCAQ4GCyqGSIb3DQEMCgECoIH+MIH7MIGv",
      "BgkqhkiG9w0BBQ0wgaEwQgYJKoZIhvcNAQUMMDUEII3LBeGZBSTJ9dRN+Wuujn7Bjw2gqmdi2fnAajI8BibIAgEyMA4GCiqGJAIBAQEBAQIFADBbBgsq",
      "hiQCAQEBAQEBAzBMBAh4iF7hzRqq5QRAqdbrRfE8cIKAxJZ7Ix9erfZY66TANykdONlr8CXKThf46XINxhW0OiiXXwvB3qNkOLVk6iwXn9ASPm24+sV5",
      "BARHGuTkeQ0b/TKMQzioi7A65xoa1K8X8U7n3zu9HU9BWicQR79Pf4xxeeTv/c138vfoxvMA23wYuRbKJdITnjVu9pSZ0ct6VwAwTTAyMA4GCiqGJAIB",
      "AQEBAgEFAAQggWNEWu4yBGODFVhl6/APXQirufDbKswkQQCjwiEJuS0EFD4Q9+EH2dp/4eM4ucNVc+Nswxm9AgEy",
    ].join(""),
  },
  {
    name: "PKCS #8, DSTU 7624",
    owners: ["DSTU 4145"],
    file: [
      "MIHqMIGFBgkqhkiG9w0BBQ0weDBCBgkqhkiG9w0BBQwwNQQgtrUwbibhds4KC46YMgAKyf9rshNS2g03FBCifxsnbRUCATIwDgYKKoYkAgEBAQEBAgUA",
      "MDIGDCqGJAIBAQEBAQMFAjAiBCBLWAmA7YEdEuLvIdFV6mjQQlU7/shcKUcIZ2PuEDtjTQRgCJqlcAUuvvyJ0jrqvjeCnMcReWzlOgxBipIArM7CzF7m",
      "TBuBibmhlqjGGETC5JG0OSP4knixRCmPXJzR+Z/gtPsd/DGcwzup+21QfZLM0XDbDKG6E8WlhObWKMUF1+pm",
    ].join(""),
  },
  {
    name: "JKS",
    owners: ["P-256"],
    file: [
      "/u3+7QAAAAIAAAABAAAAAQADa2V5AAAAAAAAAAAAAADIMIHFMA4GCisGAQQBKgIRAQEFAASBssayWToU7J7orTtl3h0mzhxSrtxsK5NtjSQxq3BWJ+tT",
      "WyGelQSBlgRFDyCRhLfJl28HqBAV8KBdQrlKLFxsBcwy11DPqnfj8N4+FKly8QiMFCL1LhZZ1V2f4kRquLpPwvGIbO0ddvAjVVdOYEQNqigJh6G1IJ+9",
      "qrd3R/lNvIf5P1pfUqxanH64C4dfq4wbweHArgyZkTJASiT9BGd7UiDqptuiClIf1FpHIbzYeAG76XwAAAAAPT6oyYs6tAijOvuGnOOC+vlDp4g=",
    ].join(""),
  },
  {
    name: "Key-6 with two keys",
    owners: ["DSTU 4145", "second"],
    file: [
      "MIIBTjAdBgwrBgEEAYGXRgEBAQIwDQQEbM2V0AQFZlUIdicEggEr6A/P/XKELoQV8EyC5jtK+Eoj5PEDx1sWaGUeYNew2bOEXjeaNmHqN5Nwh3kfXAq5",
      "mGvpz2KquwVbPTR5xHTrv5UJLd7Fz9d+rmK4s8d+J9+ZkrLntROOFqe6lo3wVcOUX2PuDSdMkYIGm1p1Gu1TsACxrnlxWEZgG75i3fJllh4NvS+U/qle",
      "aXaQD6izohc06J2Q2Ffm9cw+k7A8WHULznYJjhKBURzCXvb23yFGV/7crLTqhXexsu0m8dxx0M97pSsiSx3pSuZayENgUjowigx52yk97h3N/y4as8Rw",
      "11Kkqlfg9HtUhO/+GOhd8BJmhy/rzLy8NAax0DIBhbK4j78T0Fa8z8OMRXNYYeeCopffbnDeP0EmYfQf4C5yIZ4SuqGIGda7rLU+uUA=",
    ].join(""),
  },
];

const decoded = (text: string): Bytes => fromBase64(text) ?? assert.fail();

describe("given stores that were written earlier", () => {
  for (const { name, owners, file } of STORES)
    it(`when ${name} is opened, then each key is that of its certificate, and signs`, async () => {
      const certificates = Object.values(CERTIFICATES).map(decoded);
      const store = await openKeyStore({ file: decoded(file), password, certificates });
      assert.deepEqual(
        store.keys.map((key) => key.certificates),
        owners.map((owner) => [decoded(CERTIFICATES[owner])]),
      );
      for (const key of store.keys) assert.equal((await (await key.signer()).sign(Uint8Array.of(1))).length, 64);
      store.close();
      await assert.rejects(openKeyStore({ file: decoded(file), password: "Пароль 2" }), { code: "store.wrong-password" });
    });
});
