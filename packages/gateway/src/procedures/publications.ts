import { createHash } from "node:crypto";
import { evaluate } from "@fisc/core/rules";
import type { RuleFunction } from "@fisc/core/rules";
import { profileFunctions, publishDocument, publishProcedure } from "@fisc/core/publish";
import { canonicalBytes } from "@fisc/core/canonical";
import { FiscError } from "@fisc/core";
import type {
  DocumentPresentation,
  ExpressionContext,
  ExpressionNode,
  Json,
  JsonObject,
  Labels,
  ProcedureDefinition,
  Profile,
  PublishedProcedure,
} from "@fisc/core";

/** Which definition: pinned by a dossier, or the newest for a new one. */
export interface Pin {
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly regime: string;
}

/** The profile's definitions as the gateway uses them; each is published once and kept. */
export interface Publications {
  /** Rule functions that expressions may call beside the built-in ones. */
  readonly functions: Readonly<Record<string, RuleFunction>>;
  /** The newest version and the regime of a day. @throws FiscError `not-found` */
  current(procedure: string, today: string): Pin;
  /** Id of the rule set in force on a civil day; undefined where the profile has none. */
  regimeOn(day: string): string | undefined;
  /** In a locale of the profile; another one gives the default locale. @throws FiscError `not-found` */
  published(pin: Pin, locale?: string): PublishedProcedure;
  /** SHA-256 (hex) of the RFC 8785 form of each locale's published definition: what a signer may have been shown. */
  presentationDigests(pin: Pin): ReadonlySet<string>;
  /** Fields of an official document. */
  makeDocument(template: string, context: ExpressionContext): JsonObject;
  presentDocument(template: string, data: JsonObject, locale: string): DocumentPresentation;
  /** The same data with its fields in the order of the form, as people read it; the signed bytes have their own order. */
  inFormOrder(template: string, data: JsonObject): JsonObject;
  labels(locale: string): Labels;
  locale(wanted: string): string;
}

export function createPublications(profile: Profile): Publications {
  const procedures = new Map<string, PublishedProcedure>();
  const digests = new Map<string, ReadonlySet<string>>();
  const documents = new Map<string, Readonly<Record<string, ExpressionNode>>>();
  const functions = profileFunctions(profile);
  const locale = (wanted: string): string => (profile.locales.includes(wanted) ? wanted : profile.defaultLocale);
  const labels = (wanted: string): Labels => ({ ...profile.labels[profile.defaultLocale], ...profile.labels[locale(wanted)] });

  const published = (pin: Pin, wanted = profile.defaultLocale): PublishedProcedure => {
    const chosen = locale(wanted);
    const key = `${pin.procedure}@${pin.procedureVersion}/${pin.regime}/${chosen}`;
    let procedure = procedures.get(key);
    if (procedure === undefined) {
      const definition = profile.procedures.find(({ id, version }) => id === pin.procedure && version === pin.procedureVersion);
      if (definition === undefined) throw new FiscError("not-found");
      procedure = publishProcedure(definition, profile, { locale: chosen, regime: pin.regime });
      procedures.set(key, procedure);
    }
    return procedure;
  };

  const regimeOn = (day: string): string | undefined =>
    profile.regimes.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))?.id;

  return {
    functions,
    regimeOn,
    locale,
    labels,
    published,
    current: (procedure, today) => {
      const versions = profile.procedures.filter(({ id }) => id === procedure);
      const newest = versions.reduce<ProcedureDefinition | null>(
        (best, next) => (best === null || next.version > best.version ? next : best),
        null,
      );
      const regime = regimeOn(today);
      if (newest === null || regime === undefined) throw new FiscError("not-found");
      return { procedure, procedureVersion: newest.version, regime };
    },
    presentationDigests: (pin) => {
      const key = `${pin.procedure}@${pin.procedureVersion}/${pin.regime}`;
      const known = digests.get(key) ?? new Set(profile.locales.map((one) => sha256(published(pin, one))));
      digests.set(key, known);
      return known;
    },
    makeDocument: (template, context) => {
      const definition = profile.documents[template];
      if (definition === undefined) throw new FiscError("document.unknown-template", { template });
      const fields = documents.get(template) ?? publishDocument(definition);
      documents.set(template, fields);
      return Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, evaluate(node, context, { functions })]));
    },
    inFormOrder: (template, data) => {
      const layout = profile.documents[template]?.layout ?? [];
      const rank = (field: string): number => (layout.includes(field) ? layout.indexOf(field) : layout.length);
      return Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => rank(a) - rank(b)));
    },
    presentDocument: (template, data, wanted) => {
      const definition = profile.documents[template];
      if (definition === undefined) throw new FiscError("document.unknown-template", { template });
      const texts = labels(wanted);
      return {
        template,
        formNumber: definition.formNumber,
        locale: locale(wanted),
        title: texts[`document.${template}`] ?? template,
        labels: Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith("role."))),
        currency: profile.currency,
        rows: definition.layout.map((field) => ({
          field,
          label: texts[`document.${template}.${field}`] ?? field,
          type: kindOf(data[field] ?? null),
        })),
      };
    },
  };
}

export function sha256(value: object): string {
  return createHash("sha256")
    .update(canonicalBytes(value as unknown as Json))
    .digest("hex");
}

/** Documents hold whole numbers for money only, and civil dates as dates. */
function kindOf(value: Json): "text" | "money" | "date" {
  if (typeof value === "number") return "money";
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? "date" : "text";
}
