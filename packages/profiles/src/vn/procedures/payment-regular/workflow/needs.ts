/** Characters of a reason (VDBAS regular spend specification). */
export const reason = { minLength: 10, maxLength: 500 } as const;

/** The current version carries no signature: it is new, or was changed since. */
export const unsigned = "size(context.facts.dossier.signatures) == 0";
