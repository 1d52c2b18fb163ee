/** Characters of a reason (VDBAS regular spend specification). */
export const reason = { minLength: 10, maxLength: 500 } as const;
