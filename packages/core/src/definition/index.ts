import { FiscError } from "../model/errors.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Profile } from "../model/profile.ts";
import { checkProcedure } from "../rules/check-procedure.ts";
import { validateData } from "../rules/schema.ts";
import { procedureSchema } from "./procedure-schema.ts";
import { readSource, type Position, type SourceText } from "./source-text.ts";

export { en as definitionMessages } from "./locales/en.ts";
export { procedureSchema, procedureSchemaId } from "./procedure-schema.ts";
export type { Position } from "./source-text.ts";

/** One fault of a definition's text, for who writes it. */
export interface DefinitionProblem extends Position {
  /** `definition.unknown-path`: also the key of its message, whose places `params` fill. */
  readonly code: string;
  /** Path in the definition: `rules[3].assert`. */
  readonly at: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Everything that is wrong with the text of a definition, in the order of its lines; an empty list means it may be published. First
 * whether it is JSON, then its shape, then what its parts say of each other; each of these waits for the one before.
 * @param profile for what only a country knows: labels, roles, code lists, mails, documents
 */
export function checkDefinition(text: string, profile?: Profile): readonly DefinitionProblem[] {
  const source = readSource(text.replace(/^\uFEFF/, " "));
  const problem = (code: string, at: string, detail: string, position: Position): DefinitionProblem => ({
    code: `definition.${code}`,
    at,
    ...position,
    params: { detail },
  });
  if (source.faults.length > 0)
    return source.faults.map(({ problem: code, offset, detail }) => problem(code, "", detail, source.positionAt(offset)));
  const shape = shapeOf(source, problem);
  if (shape.length > 0) return inOrder(shape);
  return inOrder(
    checkProcedure(source.value as ProcedureDefinition, profile).map(({ at, problem: code, detail, offset }) =>
      problem(code, at, detail, source.positionOf(at, offset)),
    ),
  );
}

type MakeProblem = (code: string, at: string, detail: string, position: Position) => DefinitionProblem;

function shapeOf(source: SourceText, problem: MakeProblem): readonly DefinitionProblem[] {
  try {
    return validateData(procedureSchema, source.value).map(({ rule, at, params }) => {
      const limit = params["limit"] === undefined ? "" : ` ${params["limit"]}`;
      return problem("shape", at, `${rule.replace("schema.", "")}${limit} ${at}`.trim(), source.positionOf(at));
    });
  } catch (error) {
    if (!(error instanceof FiscError) || !error.code.startsWith("input.")) throw error;
    const at = String(error.params["at"]);
    return [problem("forbidden-input", "", `${error.code} ${at}`.trim(), source.positionAt(0))];
  }
}

function inOrder(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
