// Written by `pnpm contract` from the gateway's OpenAPI document; not to be edited.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/remaining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How long the session lasts if nobody does anything. Asking does not make it last longer. Null: nobody is signed in. */
        get: operations["sessionRemaining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A page to send the browser to, not a call to make: leads to the identity provider and back to `return_to`, an address of a portal. */
        get: operations["signIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["signInCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["procedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/procedure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dossierProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/code-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Latest change first. The next page begins after `before` and `beforeId`; the last one is shorter than `limit`. */
        get: operations["dossiers"];
        put?: never;
        post: operations["createDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Content as it was in one version. The treasury reads those that it was sent. */
        get: operations["dossierVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dossierEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/signing-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives out a nonce; changes nothing on the dossier, so it needs no `Idempotency-Key`. */
        post: operations["requestSigning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addSignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/container": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description ASiC-E (ETSI EN 319 162-1): data, official documents, attachments, a readable rendering, every signature of the current version. */
        get: operations["container"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Server-sent events `dossier` (a DossierEvent) of every dossier that the person may see; `id` is the cursor. Goes on after `Last-Event-ID`, or `after`; without either, with what comes from now on. */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            subject: string;
            name: string;
            email: string;
            roles: string[];
            side: "unit" | "treasury";
            unit?: {
                code: string;
                name: string;
                accounts: string[];
                attributes: {
                    [key: string]: string;
                };
            };
            office?: {
                code: string;
                name: string;
            };
            profile: string;
        };
        Problem: {
            type: string;
            /** @description Reason phrase of the HTTP status; not for people. */
            title: string;
            status: number;
            code: string;
            params: {
                [key: string]: string | number;
            };
            violations?: {
                rule: string;
                severity: "error" | "warning";
                at: string;
                message: string;
                params: {
                    [key: string]: string | number;
                };
            }[];
        };
        ProcedureStart: {
            /** @description Working days, to count down to a deadline. */
            calendar: {
                holidays: {
                    [key: string]: {
                        reason: string;
                        confidence: "sure" | "good" | "estimate";
                    };
                };
                workingSaturdays: {
                    [key: string]: {
                        reason: string;
                        confidence: "sure" | "good" | "estimate";
                    };
                };
            };
            /** @description PublishedProcedure of @fisc/core: schema, layout, rules as checked trees, labels of one locale. */
            procedure: {
                [key: string]: unknown;
            };
            context: {
                regime: string;
                /** @description Civil date in the profile's zone. */
                today: string;
                unit: {
                    code: string;
                    name: string;
                    accounts: string[];
                    attributes: {
                        [key: string]: string;
                    };
                };
                facts: {
                    [key: string]: unknown;
                };
            };
        };
        CodeListEntry: {
            code: string;
            name: string;
        };
        Dossier: {
            /** Format: uuid */
            id: string;
            code: string;
            procedure: string;
            procedureVersion: number;
            regime: string;
            unit: {
                code: string;
                name: string;
            };
            version: number;
            revision: number;
            state: string;
            data: {
                [key: string]: unknown;
            };
            attachments: {
                /** Format: uuid */
                id: string;
                slot: string;
                name: string;
                mediaType: string;
                size: number;
                /** @description SHA-256, lower-case hex. */
                sha256: string;
            }[];
            signatures: {
                sequence: number;
                version: number;
                policy: string;
                role: string;
                signer: string;
                certificate: {
                    subject: string;
                    issuer: string;
                    serial: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC, milliseconds.
                     */
                    notAfter: string;
                };
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC, milliseconds.
                 */
                at: string;
                level: string;
                signs: string;
            }[];
            documents: {
                /** Format: uuid */
                id: string;
                template: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC, milliseconds.
                 */
                at: string;
                data: {
                    [key: string]: unknown;
                };
                /** @description SHA-256, lower-case hex. */
                sha256: string;
                signed: boolean;
            }[];
            deadlines: {
                key: string;
                /** @description Civil date in the profile's zone. */
                receivedOn: string;
                /** @description Civil date in the profile's zone. */
                dueOn: string;
                met: boolean;
            }[];
            fixes: {
                document: string;
                at?: string;
                text: string;
            }[];
            warnings: {
                rule: string;
                severity: "error" | "warning";
                at: string;
                message: string;
                params: {
                    [key: string]: string | number;
                };
            }[];
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            updatedAt: string;
            actions: {
                action: string;
                needs: {
                    reason?: {
                        minLength: number;
                        maxLength: number;
                    };
                    fixes?: boolean;
                    signature?: string;
                    choices?: {
                        [key: string]: string[];
                    };
                };
            }[];
        };
        DossierSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            procedure: string;
            unit: {
                code: string;
                name: string;
            };
            state: string;
            revision: number;
            title: string;
            number: string;
            /** @description Minor units. */
            amount: number;
            /** @description Civil date in the profile's zone. */
            dueOn?: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            updatedAt: string;
            awaitsMe: boolean;
        };
        DossierVersion: {
            version: number;
            data: {
                [key: string]: unknown;
            };
            attachments: {
                /** Format: uuid */
                id: string;
                slot: string;
                name: string;
                mediaType: string;
                size: number;
                /** @description SHA-256, lower-case hex. */
                sha256: string;
            }[];
        };
        DossierEvent: {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "dossier.created";
            detail: {
                procedure: string;
                version: number;
                state: string;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "content.changed";
            detail: {
                version: number;
                /** @description SHA-256, lower-case hex. */
                dataSha256: string;
                attachments: {
                    /** Format: uuid */
                    id: string;
                    slot: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    /** @description SHA-256, lower-case hex. */
                    sha256: string;
                }[];
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "transition";
            detail: {
                action: string;
                from: string;
                to: string;
                version: number;
                reason?: string;
                fixes?: {
                    document: string;
                    at?: string;
                    text: string;
                }[];
                input?: {
                    [key: string]: unknown;
                };
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "signature.added";
            detail: {
                sequence: number;
                version: number;
                policy: string;
                role: string;
                signer: string;
                certificate: {
                    subject: string;
                    issuer: string;
                    serial: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC, milliseconds.
                     */
                    notAfter: string;
                };
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC, milliseconds.
                 */
                at: string;
                level: string;
                signs: string;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "deadline.started";
            detail: {
                key: string;
                /** @description Civil date in the profile's zone. */
                receivedOn: string;
                /** @description Civil date in the profile's zone. */
                dueOn: string;
                met: boolean;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "deadline.met";
            detail: {
                key: string;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "document.made";
            detail: {
                id: string;
                template: string;
                /** @description SHA-256, lower-case hex. */
                sha256: string;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "mail.sent";
            detail: {
                template: string;
                to: string;
            };
        } | {
            /** Format: uuid */
            dossier: string;
            position: number;
            cursor: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            actor: {
                id: string;
                name: string;
                role: string;
            };
            /** @enum {string} */
            type: "ledger.answered";
            detail: {
                operation: string;
                outcome: string;
                reference?: string;
                text?: string;
            };
        };
        OfficialDocument: {
            /** Format: uuid */
            id: string;
            template: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC, milliseconds.
             */
            at: string;
            data: {
                [key: string]: unknown;
            };
            /** @description SHA-256, lower-case hex. */
            sha256: string;
            signed: boolean;
        };
        SigningOffer: {
            request: {
                /** Format: uuid */
                id: string;
                sequence: number;
                action: string;
                purpose: "dossier.sign" | "dossier.approve" | "document.issue";
                audience: string;
                dossier: string;
                dossierCode: string;
                version: number;
                /** @description SHA-256, lower-case hex. */
                history: string;
                procedure: string;
                role: string;
                nonce: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC, milliseconds.
                 */
                expires: string;
                documentName: string;
                document: {
                    [key: string]: unknown;
                };
                attachments: {
                    /** Format: uuid */
                    id: string;
                    slot: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    /** @description SHA-256, lower-case hex. */
                    sha256: string;
                }[];
                certificates: string[];
            };
            /** @description PublishedProcedure, or DocumentPresentation for an official document: what the signer's window draws. */
            presentation: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"] | null;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionRemaining: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seconds: number;
                        extendable: boolean;
                    } | null;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query: {
                return_to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInCallback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    procedure: {
        parameters: {
            query: {
                /** @description BCP 47 tag; one that the profile does not have gives its default. */
                locale: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureStart"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossierProcedure: {
        parameters: {
            query: {
                /** @description BCP 47 tag; one that the profile does not have gives its default. */
                locale: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureStart"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    codes: {
        parameters: {
            query: {
                /** @description BCP 47 tag; one that the profile does not have gives its default. */
                locale: string;
                text?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListEntry"][];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers: {
        parameters: {
            query?: {
                state?: string;
                text?: string;
                awaitsMe?: boolean;
                /** @description `updatedAt` of the last dossier of the page before; with `beforeId`. */
                before?: string;
                /** @description `id` of the last dossier of the page before. */
                beforeId?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierSummary"][];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDossier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    procedure: string;
                    data: {
                        [key: string]: unknown;
                    };
                    attachments: ({
                        slot: string;
                        name: string;
                        upload: string;
                        /** @description SHA-256, lower-case hex. */
                        sha256: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        slot: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossierVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierVersion"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeContent: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        [key: string]: unknown;
                    };
                    attachments: ({
                        slot: string;
                        name: string;
                        upload: string;
                        /** @description SHA-256, lower-case hex. */
                        sha256: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        slot: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    act: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                id: string;
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    fixes?: {
                        document: string;
                        at?: string;
                        text: string;
                    }[];
                    input?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossierEvents: {
        parameters: {
            query?: {
                /** @description Cursor. */
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierEvent"][];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficialDocument"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSigning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action: string;
                    locale: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningOffer"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSignature: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    request: string;
                    /** @description Base64. */
                    manifest: string;
                    /** @description Base64. */
                    asicManifest: string;
                    /** @description Base64. */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    container: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
