import { readFile } from "node:fs/promises";
import { FiscError } from "@fisc/core";
import { profiles } from "@fisc/profiles";
import type { GatewayConfig } from "./configuration.ts";
import { shiftedClock } from "./shifted-clock.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of `main.ts`, from the environment (the README lists the variables).
 * @throws FiscError `configuration.missing`, `configuration.invalid` (params `name`)
 */
export async function configurationFrom(environment: Environment): Promise<GatewayConfig> {
  const wanted = (name: string): string => {
    const value = environment[name]?.trim();
    if (value === undefined || value === "") throw new FiscError("configuration.missing", { name });
    return value;
  };
  const optional = <Key extends string>(key: Key, name: string): Partial<Record<Key, string>> => {
    const value = environment[name]?.trim();
    return value === undefined || value === "" ? {} : ({ [key]: value } as Record<Key, string>);
  };
  const invalid = (name: string): never => {
    throw new FiscError("configuration.invalid", { name });
  };
  const origins = wanted("FISC_PORTAL_ORIGINS")
    .split(",")
    .map((text) => URL.parse(text.trim())?.origin ?? invalid("FISC_PORTAL_ORIGINS"));
  const port = Number(environment["FISC_PORT"] ?? 8_080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) invalid("FISC_PORT");
  const profileId = wanted("FISC_PROFILE");
  const profile = Object.hasOwn(profiles, profileId) ? profiles[profileId] : undefined;
  const revocation = environment["FISC_REVOCATION"] ?? "required";
  if (revocation !== "required" && revocation !== "unchecked") invalid("FISC_REVOCATION");
  const lists = environment["FISC_CRLS"]?.trim();
  return {
    databaseUrl: wanted("DATABASE_URL"),
    port,
    ...optional("host", "FISC_HOST"),
    ...optional("publicUrl", "FISC_PUBLIC_URL"),
    ...optional("ledgerUrl", "FISC_LEDGER_URL"),
    ...optional("dossierUrl", "FISC_DOSSIER_URL"),
    portalOrigins: origins,
    trustedProxies: (environment["FISC_TRUSTED_PROXIES"] ?? "")
      .split(",")
      .map((text) => text.trim())
      .filter((text) => text !== ""),
    profile: profile ?? invalid("FISC_PROFILE"),
    ...shiftedClock(environment),
    store: wanted("FISC_STORE"),
    ...(environment["FISC_OIDC_ISSUER"] === undefined
      ? {}
      : {
          openId: {
            issuer: environment["FISC_OIDC_ISSUER"],
            clientId: wanted("FISC_OIDC_CLIENT_ID"),
            ...optional("clientSecret", "FISC_OIDC_CLIENT_SECRET"),
          },
        }),
    ...(environment["FISC_SMTP_URL"] === undefined
      ? {}
      : { mail: { smtpUrl: environment["FISC_SMTP_URL"], from: wanted("FISC_MAIL_FROM") } }),
    trustAnchors: await pemFile("FISC_TRUST", wanted("FISC_TRUST"), "CERTIFICATE"),
    ...(lists === undefined || lists === "" ? {} : { revocationLists: () => pemFile("FISC_CRLS", lists, "X509 CRL") }),
    revocation: revocation === "unchecked" ? "unchecked" : "required",
  };
}

/** DER of every block with the label. @throws FiscError `configuration.invalid` where the file cannot be read or holds none */
async function pemFile(name: string, path: string, label: string): Promise<readonly Uint8Array[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new FiscError("configuration.invalid", { name, path }, { cause });
  });
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/gu)].filter((match) => match[1] === label);
  if (blocks.length === 0) throw new FiscError("configuration.invalid", { name, path });
  return blocks.map((match) => Uint8Array.from(Buffer.from(match[2] ?? "", "base64")));
}
