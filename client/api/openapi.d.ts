// Made by `npm run api:generate` from /openapi.json. Do not edit.

export interface paths {
    "/api/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List assets
         * @description Yours, what the product brings along and what the market offers, or one of these sources.
         */
        get: operations["getAssets"];
        put?: never;
        /**
         * Make an asset that waits for its bytes
         * @description Send them to `/api/assets/{assetId}/content`. What is not sent within a day is removed.
         */
        post: operations["postAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{assetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An asset */
        get: operations["getAssetsByAssetId"];
        put?: never;
        post?: never;
        /** Delete an asset of yours */
        delete: operations["deleteAssetsByAssetId"];
        options?: never;
        head?: never;
        /**
         * Change an asset of yours
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchAssetsByAssetId"];
        trace?: never;
    };
    "/api/assets/{assetId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of an asset
         * @description Pictures, films and sounds that browsers know are shown; everything else is a file to be saved.
         */
        get: operations["getAssetsByAssetIdContent"];
        /**
         * Send the bytes of an asset
         * @description All at once, as many as were announced. The first ones decide what it is. Sent again after they have come, the same bytes are answered with the asset and others refused: an asset never changes under its id.
         */
        put: operations["putAssetsByAssetIdContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{assetId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an asset out of the trash */
        post: operations["postAssetsByAssetIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{assetId}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count a use of an asset
         * @description Yours, or one the product brings along. What the market offers is counted when it is taken.
         */
        post: operations["postAssetsByAssetIdUses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/callback/{providerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where another site sends people back to */
        get: operations["getAuthCallbackByProviderId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move your account to another address
         * @description Sends a link to the new address; confirmed there, it takes effect and the old address is told. Answers the same if the new address has an account already: then the mail says so.
         */
        post: operations["postAuthChangeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password
         * @description Every other session of the account ends.
         */
        post: operations["postAuthChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other sites one can sign in by */
        get: operations["getAuthProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Sends a link to the address if it has an account; answers the same if not.
         */
        post: operations["postAuthRequestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by the link of a mail
         * @description Every session of the account ends; this browser gets a new one.
         */
        post: operations["postAuthResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/send-verification-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the mail of a sign-up again
         * @description The link of the mail before is good no more. Answers the same whether or not anything waits.
         */
        post: operations["postAuthSendVerificationEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["postAuthSignInEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/social": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by another site
         * @description Answers the address to go to there. It leads back here, signed in, and on to `next`.
         */
        post: operations["postAuthSignInSocial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["postAuthSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account
         * @description Sends a mail to the address and answers the same whether or not it is known. The account is made when the link in the mail is confirmed; a guest who asks keeps their identity.
         */
        post: operations["postAuthSignUpEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address
         * @description What the link in a mail stands for, a sign-up or a new address, is done, once. A sign-up signs in.
         */
        post: operations["postAuthVerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories, the same for everybody */
        get: operations["getCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A channel
         * @description Its videos are `GET /api/videos?channel=…`.
         */
        get: operations["getChannelsByChannelId"];
        put?: never;
        post?: never;
        /**
         * Close a channel
         * @description For administrators. Its videos stay with the organization, in no channel.
         */
        delete: operations["deleteChannelsByChannelId"];
        options?: never;
        head?: never;
        /**
         * Change a channel
         * @description For administrators. Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchChannelsByChannelId"];
        trace?: never;
    };
    "/api/channels/{channelId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in a channel
         * @description For members of its organization, in the order they came.
         */
        get: operations["getChannelsByChannelIdMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{channelId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Join a channel, or add somebody
         * @description Members of the organization join by themselves; administrators add other members.
         */
        put: operations["putChannelsByChannelIdMembersByUserId"];
        post?: never;
        /**
         * Leave a channel, or remove somebody
         * @description Everybody leaves by themselves; administrators remove others.
         */
        delete: operations["deleteChannelsByChannelIdMembersByUserId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come in with a name only
         * @description Makes a guest and signs it in. A guest may comment, like and take part in screenings. Somebody who is a guest already keeps their identity: change the name with `PATCH /api/me`.
         */
        post: operations["postGuests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitationToken}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an invitation is
         * @description NOT_FOUND says what became of one that lets nobody in any more.
         */
        get: operations["getInvitationsByInvitationToken"];
        put?: never;
        /**
         * Accept an invitation
         * @description You are a member from now on. Who is one already stays what they are, and no use is counted.
         */
        post: operations["postInvitationsByInvitationToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a watch link
         * @description Counts a use, and sets a cookie by which this browser may watch until the link expires or is taken back. NOT_FOUND says what became of a link that opens nothing any more, UNAUTHENTICATED that it asks who you are, and FORBIDDEN that it asks for its password.
         */
        post: operations["postLinksByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the market offers */
        get: operations["getMarket"];
        put?: never;
        /**
         * Offer an asset of yours
         * @description The market shares its bytes: they stay while anybody has them, whatever becomes of yours.
         */
        post: operations["postMarket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/market/{marketAssetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the market’s assets */
        get: operations["getMarketByMarketAssetId"];
        put?: never;
        post?: never;
        /**
         * Withdraw what you offer
         * @description Nobody takes it any more; who has taken it keeps it.
         */
        delete: operations["deleteMarketByMarketAssetId"];
        options?: never;
        head?: never;
        /**
         * Change what you offer
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchMarketByMarketAssetId"];
        trace?: never;
    };
    "/api/market/{marketAssetId}/takings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one of the market’s assets into your library
         * @description You get a reference of your own, the same one however often you take it; it counts once.
         */
        post: operations["postMarketByMarketAssetIdTakings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are
         * @description Asked of the database, so that a session that has ended is told at once: then you are anonymous.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete your account
         * @description For good. Videos and comments stay, without your name; private videos go. Refused to the last owner of a team.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change your name and profile
         * @description What is named changes, null empties it. With `If-Match` only the version it was made from.
         */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/api/me/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to your rights
         * @description By you, and by others; in organizations you have left, too.
         */
        get: operations["getMeAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take what is yours along
         * @description Your account, what you have made and what is noted of you, as lines of JSON (NDJSON), as an organization’s.
         */
        get: operations["getMeExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your API keys
         * @description The newest first, on one page: nobody has more than 50. Revoked ones are gone.
         */
        get: operations["getMeKeys"];
        put?: never;
        /**
         * Make an API key
         * @description For programs that act in your name, within its scopes: `Authorization: Bearer lk_live_…`. The key is shown in this one answer, which is why a repeat is a CONFLICT.
         */
        post: operations["postMeKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your API keys */
        get: operations["getMeKeysByKeyId"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It opens nothing from this moment on.
         */
        delete: operations["deleteMeKeysByKeyId"];
        options?: never;
        head?: never;
        /**
         * Rename an API key
         * @description What a key opens cannot be changed: make another, then revoke this one.
         */
        patch: operations["patchMeKeysByKeyId"];
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description The last used first, at most a hundred.
         */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["deleteMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out elsewhere
         * @description Takes effect at once: whatever asks the database is refused from now on.
         */
        delete: operations["deleteMeSessionsBySessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organizations you are in
         * @description Your personal one first, the others by name.
         */
        get: operations["getOrganizations"];
        put?: never;
        /**
         * Found a team
         * @description You are its first owner.
         */
        post: operations["postOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organization of yours */
        get: operations["getOrganizationsByOrganizationId"];
        put?: never;
        post?: never;
        /**
         * Dissolve a team
         * @description For owners, and for good: nobody is a member any more, everything of it is hidden at once, its rooms are closed within a second, and its files are purged after 30 days. Take an export first.
         */
        delete: operations["deleteOrganizationsByOrganizationId"];
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchOrganizationsByOrganizationId"];
        trace?: never;
    };
    "/api/organizations/{organizationId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed which right in an organization
         * @description For its administrators. Written by the database itself, and changed by nobody.
         */
        get: operations["getOrganizationsByOrganizationIdAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels of an organization
         * @description For its members, in the order of their slugs.
         */
        get: operations["getOrganizationsByOrganizationIdChannels"];
        put?: never;
        /**
         * Open a channel
         * @description For administrators. Nobody is in it yet; members of the organization join it by themselves.
         */
        post: operations["postOrganizationsByOrganizationIdChannels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take everything along
         * @description For owners: every row of the organization as a line of JSON (NDJSON), `type` first, media by its address and without secrets. The last line is `{"type":"end","rows":…}`: without it the file is not whole.
         */
        get: operations["getOrganizationsByOrganizationIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations of an organization
         * @description For its administrators: newest first, those too that are used up or taken back.
         */
        get: operations["getOrganizationsByOrganizationIdInvitations"];
        put?: never;
        /**
         * Invite somebody
         * @description By mail, or without an address by a link. For administrators; owners are invited by owners. Asking again for an address renews what is open.
         */
        post: operations["postOrganizationsByOrganizationIdInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["deleteOrganizationsByOrganizationIdInvitationsByInvitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/invitations/{invitationId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew an invitation
         * @description It gets another token, and is mailed again where it was mailed. The one before opens nothing.
         */
        post: operations["postOrganizationsByOrganizationIdInvitationsByInvitationIdRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members of an organization
         * @description For its members, in the order they came.
         */
        get: operations["getOrganizationsByOrganizationIdMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member */
        get: operations["getOrganizationsByOrganizationIdMembersByUserId"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or leave
         * @description For owners and administrators (owners are removed by owners only), and for oneself. Who is removed is out of the rooms of the organization’s videos within a second. The last owner stays.
         */
        delete: operations["deleteOrganizationsByOrganizationIdMembersByUserId"];
        options?: never;
        head?: never;
        /**
         * Change a member’s role
         * @description For administrators; from and to owner for owners. Who may do less afterwards is out of the rooms concerned within a second, and may come back as what they are now. The last owner stays one.
         */
        patch: operations["patchOrganizationsByOrganizationIdMembersByUserId"];
        trace?: never;
    };
    "/api/organizations/{organizationId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Series of an organization
         * @description For its members, the newest first.
         */
        get: operations["getOrganizationsByOrganizationIdSeries"];
        put?: never;
        /**
         * Begin a series
         * @description For administrators. It has no videos yet.
         */
        post: operations["postOrganizationsByOrganizationIdSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an organization has stored
         * @description For its members. An upload that would go beyond the limit is refused as TOO_LARGE, of the problem type `urn:lockstep:problem:storage-full`. Pictures made of videos do not count.
         */
        get: operations["getOrganizationsByOrganizationIdStorage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of an organization
         * @description For its members, by name; deactivated ones too.
         */
        get: operations["getOrganizationsByOrganizationIdTags"];
        put?: never;
        /** Make a tag */
        post: operations["postOrganizationsByOrganizationIdTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over an organization
         * @description The member named is an owner from now on, and you are an administrator. Both or neither.
         */
        post: operations["postOrganizationsByOrganizationIdTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks of an organization
         * @description The newest first, on one page: there are twenty at most. For owners and administrators.
         */
        get: operations["getOrganizationsByOrganizationIdWebhooks"];
        put?: never;
        /**
         * Add a webhook
         * @description What happens in the organization is sent there, signed (Standard Webhooks 1.0). The secret is shown in this one answer, which is why a repeat by the same `id` is a CONFLICT. What is sent stands under `webhooks` of this description.
         */
        post: operations["postOrganizationsByOrganizationIdWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/{shortId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The screening a link leads to
         * @description An ended one too: `endedAtMs` says so.
         */
        get: operations["getScreeningsByShortId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/{shortId}/recap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a screening has left
         * @description Once it has ended: how long it went, what was said, and every change of playback. Who was there is told to those who were, and to managers of the video.
         */
        get: operations["getScreeningsByShortIdRecap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search videos
         * @description In titles, descriptions, free tags and what is said, among all you may come across. By relevance the newest 300 that match are ranked; `newest` and `oldest` walk all of them.
         */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/{seriesId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A series
         * @description Its videos are `GET /api/videos?series=…`, in their order.
         */
        get: operations["getSeriesBySeriesId"];
        put?: never;
        post?: never;
        /**
         * Delete a series
         * @description For administrators. Its videos stay.
         */
        delete: operations["deleteSeriesBySeriesId"];
        options?: never;
        head?: never;
        /**
         * Change a series
         * @description For administrators. Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchSeriesBySeriesId"];
        trace?: never;
    };
    "/api/series/{seriesId}/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which videos make a series, in which order
         * @description For administrators, all at once: what is not named is out of it, what is in another series comes over. With If-Match only the version you have seen.
         */
        put: operations["putSeriesBySeriesIdVideos"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of the product’s own
         * @description For videos of every organization, by name.
         */
        get: operations["getTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tag */
        get: operations["getTagsByTagId"];
        put?: never;
        post?: never;
        /** Delete a tag, from its videos too */
        delete: operations["deleteTagsByTagId"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchTagsByTagId"];
        trace?: never;
    };
    "/api/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deleted videos that can be brought back
         * @description Yours, and those of organizations you administer, the last deleted first. Kept for 30 days.
         */
        get: operations["getTrash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trash/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a video for good
         * @description At once, and never to come back: its file, comments and all.
         */
        delete: operations["deleteTrashById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trash/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a deleted video back
         * @description With its comments, chapters and links, as it was.
         */
        post: operations["postTrashByIdRestoration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List videos
         * @description Everybody’s list; with `author`, `organization`, `channel` or `series` what you may see of theirs. A list is given in the orders it is kept in only; see `sort`.
         */
        get: operations["getVideos"];
        put?: never;
        /**
         * Make a video that waits for its file
         * @description Its title and sharing stand before the first byte is sent: upload the file to `/api/uploads` (tus 1.0) with the video’s id as `videoId` in Upload-Metadata. An upload without one makes its own video.
         */
        post: operations["postVideos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A video */
        get: operations["getVideosById"];
        put?: never;
        post?: never;
        /** Delete a video */
        delete: operations["deleteVideosById"];
        options?: never;
        head?: never;
        /**
         * Change a video
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchVideosById"];
        trace?: never;
    };
    "/api/videos/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was decided about a video
         * @description Of this version of it: the newest decision counts (`current`), those before are its history. For members of its organization, and for who was given a link to comment or steer.
         */
        get: operations["getVideosByIdApprovals"];
        put?: never;
        /**
         * Decide about a video
         * @description Say that this version is in review, needs changes or is approved. For members of its organization, and for who was given a link to steer.
         */
        post: operations["postVideosByIdApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of a video */
        get: operations["getVideosByIdCategories"];
        /**
         * Set the categories of a video
         * @description All others go.
         */
        put: operations["putVideosByIdCategories"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/chapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chapters of a video
         * @description In the order of time, all of them. `Accept: text/vtt` gives a WebVTT track.
         */
        get: operations["getVideosByIdChapters"];
        /**
         * Put a whole list of chapters
         * @description As JSON, as WebVTT (`text/vtt`) or as lines such as `1:23 The meadow` (`text/plain`). Chapters with the id of a present one stay it; the others go. With If-Match only the version you have seen is replaced.
         */
        put: operations["putVideosByIdChapters"];
        /** Add a chapter */
        post: operations["postVideosByIdChapters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/chapters.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chapters as a WebVTT track */
        get: operations["getVideosByIdChaptersVtt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/chapters/{chapterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a chapter */
        delete: operations["deleteVideosByIdChaptersByChapterId"];
        options?: never;
        head?: never;
        /**
         * Change a chapter
         * @description With If-Match (the ETag of the list of chapters) only in the version you have seen.
         */
        patch: operations["patchVideosByIdChaptersByChapterId"];
        trace?: never;
    };
    "/api/videos/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The comments on a video
         * @description A flat list, replies included: `parentId` makes the threads. A deleted comment that has replies keeps its place, without words.
         */
        get: operations["getVideosByIdComments"];
        put?: never;
        /** Comment */
        post: operations["postVideosByIdComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a comment
         * @description Your own, or anybody’s on a video you manage.
         */
        delete: operations["deleteVideosByIdCommentsByCommentId"];
        options?: never;
        head?: never;
        /** Change your comment */
        patch: operations["patchVideosByIdCommentsByCommentId"];
        trace?: never;
    };
    "/api/videos/{id}/comments/{commentId}/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was drawn with a comment
         * @description It never changes; of a deleted comment it is gone.
         */
        get: operations["getVideosByIdCommentsByCommentIdDrawing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/comments/{commentId}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Like a comment */
        put: operations["putVideosByIdCommentsByCommentIdLike"];
        post?: never;
        /** Take back the like of a comment */
        delete: operations["deleteVideosByIdCommentsByCommentIdLike"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/comments/{commentId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Settle a thread, or open it again
         * @description Of its first comment; by its author, or whoever may steer.
         */
        put: operations["putVideosByIdCommentsByCommentIdResolution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/comments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the comments along as a file
         * @description For spreadsheets, programs, players and editing programs. Answers stand with the comment they are to; in editing programs comments on one frame are one marker, blue while it is open and green when it is resolved, on a timeline that begins at 01:00:00:00, in drop-frame at 29.97 and 59.94. These take a frame rate: where the video’s is not known and `fps` is not given, the answer is a problem of the type `urn:lockstep:problem:fps-required`.
         */
        get: operations["getVideosByIdCommentsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a video last
         * @description Its details and its chapters, each once a person has changed them: to be asked after a STALE. For who may change it; of others’ edits only its organization’s members are told.
         */
        get: operations["getVideosByIdEdits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/featured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Feature a video
         * @description By those who run the product.
         */
        put: operations["putVideosByIdFeatured"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a seat in the video’s room
         * @description Answers a ticket of at most a minute and the socket’s address. With `screeningId` the connection is in step with that screening from its first frame; one that has ended is a CONFLICT: join without it to watch alone. The seat ends with the session or key that asked for it, at the latest after a day: closed with 4408, ask again.
         */
        post: operations["postVideosByIdJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Like a video */
        put: operations["putVideosByIdLike"];
        post?: never;
        /** Take back the like of a video */
        delete: operations["deleteVideosByIdLike"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch links of a video
         * @description Newest first, those that open nothing any more too.
         */
        get: operations["getVideosByIdLinks"];
        put?: never;
        /**
         * Make a watch link
         * @description Whoever opens it may watch the video, however it is shared; for who manages the video. It keeps to what the organization asks of links.
         */
        post: operations["postVideosByIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A watch link */
        get: operations["getVideosByIdLinksByLinkId"];
        put?: never;
        post?: never;
        /**
         * Take a watch link back
         * @description It opens nothing from now on. Within a second who is in the room by it is out, and what it let play is refused.
         */
        delete: operations["deleteVideosByIdLinksByLinkId"];
        options?: never;
        head?: never;
        /**
         * Change a watch link
         * @description Only what is given changes. Letting in fewer, or ending sooner, sends away who is in by it: whoever may comes back. Who has opened it before is not asked for a new password.
         */
        patch: operations["patchVideosByIdLinksByLinkId"];
        trace?: never;
    };
    "/api/videos/{id}/links/{linkId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has opened a watch link
         * @description Each browser once, the last first; kept for 90 days.
         */
        get: operations["getVideosByIdLinksByLinkIdViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a video to another organization
         * @description By who manages it and is a member there. Its channel, series and tags stay behind; whoever watches it as a member of the organization it leaves is out within a second.
         */
        put: operations["putVideosByIdOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the poster
         * @description The picture shown before the video plays: a JPEG of at most 1 MiB, usually one of its frames.
         */
        put: operations["putVideosByIdPoster"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a video was reacted to, along its length */
        get: operations["getVideosByIdReactions"];
        put?: never;
        /** React to a moment */
        post: operations["postVideosByIdReactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes on in the video’s room
         * @description As the room has it this moment; for whoever may view the video.
         */
        get: operations["getVideosByIdRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/room/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows the database will not have
         * @description Nothing acknowledged is dropped: what the database refuses stays here. For who manages the video.
         */
        get: operations["getVideosByIdRoomParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/room/parked/{seq}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a parked row again
         * @description It is written as it stands now, and leaves the list once it is. Asking twice is asking once.
         */
        post: operations["postVideosByIdRoomParkedBySeqRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a screening
         * @description You are its host; nobody is in it until somebody joins.
         */
        post: operations["postVideosByIdScreenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/storyboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the storyboard
         * @description Small pictures of the whole timeline in one JPEG of at most 1 MiB, row by row. Players show the one under the pointer; its WebVTT track is `storyboardUrl` of the video.
         */
        put: operations["putVideosByIdStoryboard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of a video
         * @description Those of its organization are there for its members only.
         */
        get: operations["getVideosByIdTags"];
        /**
         * Set the tags of a video
         * @description By id and by name; all others go. Those of the system stay. What is deactivated may stay, and is not set anew.
         */
        put: operations["putVideosByIdTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The transcripts of a video
         * @description Its languages, all of them; what is said stands under each.
         */
        get: operations["getVideosByIdTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/transcripts/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said, a page at a time */
        get: operations["getVideosByIdTranscriptsByLanguage"];
        /**
         * Put a whole transcript
         * @description As WebVTT, SubRip or JSON, in the place of what there was in that language. The first of a video is its default. With If-Match only the version you have seen is replaced.
         */
        put: operations["putVideosByIdTranscriptsByLanguage"];
        post?: never;
        /** Delete a transcript */
        delete: operations["deleteVideosByIdTranscriptsByLanguage"];
        options?: never;
        head?: never;
        /**
         * Make a transcript the default
         * @description What players show first, and search reads.
         */
        patch: operations["patchVideosByIdTranscriptsByLanguage"];
        trace?: never;
    };
    "/api/videos/{id}/transcripts/{language}/track.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transcript as a WebVTT track */
        get: operations["getVideosByIdTranscriptsByLanguageTrackVtt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of a video
         * @description All of its stack that you may see, the newest first. Lists show the newest of a stack only.
         */
        get: operations["getVideosByIdVersions"];
        put?: never;
        /**
         * Add a version
         * @description A video of its own that waits for its file, shared and grouped as the one it replaces; upload the file with its id as `videoId`. Comments stay with the version they were made on.
         */
        post: operations["postVideosByIdVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many videos at once
         * @description One change to at most 100 videos: `move` to a channel, `tag`, `share`, `archive`, `delete` or `restore`. Those that can be changed are, in one transaction; of each it is said what became of it. Sending it again changes nothing more.
         */
        post: operations["postVideosBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["getWebhooksByWebhookId"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description What waits for it is not sent any more; its log goes with it.
         */
        delete: operations["deleteWebhooksByWebhookId"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or switch it on and off
         * @description Only what is given changes. With If-Match only the version you have seen.
         */
        patch: operations["patchWebhooksByWebhookId"];
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to a webhook
         * @description The newest first, with what came of each attempt; kept for 30 days.
         */
        get: operations["getWebhooksByWebhookIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery */
        get: operations["getWebhooksByWebhookIdDeliveriesByDeliveryId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery once more
         * @description Whatever became of it, with the same `webhook-id`: a receiver that has it already leaves it out.
         */
        post: operations["postWebhooksByWebhookIdDeliveriesByDeliveryIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret
         * @description Shown in this one answer. For 24 hours messages bear two signatures, the second by the secret before.
         */
        post: operations["postWebhooksByWebhookIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description `webhook.test`, whatever the webhook hears. What came of it stands in the delivery.
         */
        post: operations["postWebhooksByWebhookIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The server’s time
         * @description For a four-stamp probe: note when you send and when you hear back. Touches no room, so that clients may keep their clocks while a room sleeps.
         */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the worker runs */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to embed what an address shows (oEmbed 1.0)
         * @description For the address of a video, of a screening or of an embed. UNAUTHENTICATED for what you may see and not everybody may, and for what no site may embed: link to it instead. Absent and not-yours are NOT_FOUND, as everywhere. Where it may really be shown, the organization decides by its embed domains, or the video by its own.
         */
        get: operations["getOembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything it needs answers */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs here */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "approval.decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody decided about a version of a video. */
        post: operations["on.approval.decided"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody said something about a video. */
        post: operations["on.comment.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A comment was deleted. */
        post: operations["on.comment.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A comment was resolved. */
        post: operations["on.comment.resolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "comment.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A comment was edited, or opened again. */
        post: operations["on.comment.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "link.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A watch link was made. */
        post: operations["on.link.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "link.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A watch link was taken back. */
        post: operations["on.link.revoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody joined the organization. */
        post: operations["on.member.added"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody left the organization, or was removed. */
        post: operations["on.member.removed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.role_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member has another role. */
        post: operations["on.member.role_changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "screening.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A screening ended. */
        post: operations["on.screening.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "screening.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A group began to watch a video in step. */
        post: operations["on.screening.started"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video was made; it may still wait for its file. */
        post: operations["on.video.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video was moved to the trash, or removed for good. */
        post: operations["on.video.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video moved from one organization to another; both are told. */
        post: operations["on.video.moved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video can be played. */
        post: operations["on.video.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video was taken out of the trash. */
        post: operations["on.video.restored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "video.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A video’s title, description, sharing, channel, series, tags or the like changed. */
        post: operations["on.video.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody asked for a message, to try it. */
        post: operations["on.webhook.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AcceptedInvitation: {
            name: string;
            /** Format: uuid */
            organizationId: string;
            slug: string;
        };
        Alive: {
            /** @enum {string} */
            status: "ok";
        };
        Approval: {
            /** @description Null once the account is gone. */
            by: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            note: string | null;
            /** @enum {string} */
            status: "in_review" | "changes_requested" | "approved";
        };
        /**
         * @example {
         *       "status": "approved",
         *       "note": "Go."
         *     }
         */
        ApprovalDecision: {
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same decision.
             */
            id?: string;
            /** @description Why, or what is missing. */
            note?: string | null;
            /** @enum {string} */
            status: "in_review" | "changes_requested" | "approved";
        };
        Asset: {
            classification: {
                automatic: {
                    [key: string]: unknown;
                } | null;
                model: {
                    [key: string]: unknown;
                } | null;
            };
            contentUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deletedAt: string | null;
            description: string | null;
            dimensions: {
                height: number;
                width: number;
            } | null;
            durationSeconds: number | null;
            /** @description Null for what is made when it is asked for. */
            fileSizeBytes: number | null;
            /** Format: uuid */
            id: string;
            /** @description Whether all its bytes are there. */
            isUploaded: boolean;
            /** Format: date-time */
            lastUsedAt: string | null;
            /**
             * Format: uuid
             * @description What it was taken from.
             */
            marketAssetId: string | null;
            mimeType: string;
            name: string;
            /** Format: uuid */
            organizationId: string | null;
            originalFilename: string | null;
            /** @description What other systems know it by. */
            reference: string | null;
            sha256: string | null;
            /** @enum {string} */
            source: "user" | "generation" | "system" | "market";
            sourceNumber: number;
            systemTags: string[];
            /** @description Its owner’s words. */
            tags: string[];
            /** @enum {string} */
            type: "image" | "video" | "audio" | "document" | "other";
            /** Format: date-time */
            updatedAt: string;
            usageCount: number;
        };
        /**
         * @example {
         *       "name": "Opening title.png",
         *       "mimeType": "image/png",
         *       "fileSizeBytes": 68
         *     }
         */
        AssetDraft: {
            /** @example 68 */
            fileSizeBytes: number;
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same asset.
             */
            id?: string;
            /**
             * @description What you take it for; the first bytes decide.
             * @example image/png
             */
            mimeType: string;
            /** @example Opening title.png */
            name: string;
            /**
             * Format: uuid
             * @description One of your organizations; your personal one when it is left out.
             */
            organizationId?: string;
            /**
             * @example [
             *       "title"
             *     ]
             */
            userTags?: string[];
        };
        /**
         * @example {
         *       "name": "Closing title.png",
         *       "userTags": [
         *         "title"
         *       ]
         *     }
         */
        AssetEdit: {
            /** @example Opening title.png */
            name?: string;
            /**
             * @example [
             *       "title"
             *     ]
             */
            userTags?: string[];
        };
        /**
         * @example {
         *       "id": "01900000-0000-7000-8000-000000000002"
         *     }
         */
        AssetUse: {
            /**
             * Format: uuid
             * @description Made by you: a repeat counts once.
             */
            id: string;
        };
        AuditEvent: {
            /** @example member.role-changed */
            action: string;
            /** @description Who did it; null for a service, and for an account that is gone. */
            actor: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description As what: registered, guest, a service, or accounts. */
            actorRole: string;
            /** Format: date-time */
            createdAt: string;
            /** @description What was and what is, without secrets. */
            details: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            requestId: string | null;
            /** @description The table and row it is about. */
            subject: {
                /** Format: uuid */
                id: string;
                type: string;
            };
            /** @description Whose rights changed, where they are one person’s. */
            user: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
        };
        /**
         * @example {
         *       "ids": [
         *         "019aa0c0-0000-7000-8000-000000000001"
         *       ],
         *       "change": {
         *         "kind": "tag",
         *         "add": [
         *           "animation"
         *         ],
         *         "remove": []
         *       }
         *     }
         */
        BulkEdit: {
            change: {
                /** Format: uuid */
                channelId: string | null;
                /** @enum {string} */
                kind: "move";
            } | {
                /**
                 * @example [
                 *       "animation"
                 *     ]
                 */
                add?: string[];
                /** @enum {string} */
                kind: "tag";
                /**
                 * @example [
                 *       "animation"
                 *     ]
                 */
                remove?: string[];
            } | {
                /** @enum {string} */
                kind: "share";
                /** @enum {string} */
                visibility: "public" | "unlisted" | "organization" | "private";
            } | {
                isArchived: boolean;
                /** @enum {string} */
                kind: "archive";
            } | {
                /** @enum {string} */
                kind: "delete";
            } | {
                /** @enum {string} */
                kind: "restore";
            };
            ids: string[];
        };
        BulkOutcome: {
            outcomes: {
                /** @enum {string|null} */
                code: "INVALID" | "UNAUTHENTICATED" | "NO_CREDITS" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "STALE" | "TOO_LARGE" | "UNSUPPORTED_MEDIA" | "RATE_LIMITED" | "INTERNAL" | "UPSTREAM" | "UNAVAILABLE" | "ROOM_FULL" | null;
                /** @description Why not, in words. */
                detail: string | null;
                /** Format: uuid */
                id: string;
                isDone: boolean;
            }[];
        };
        Categories: {
            items: components["schemas"]["Category"][];
        };
        Category: {
            description: string | null;
            /** Format: uuid */
            id: string;
            name: string;
        };
        Channel: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            isJoinedByYou: boolean;
            memberCount: number;
            name: string;
            /** Format: uuid */
            organizationId: string;
            slug: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Trailers"
         *     }
         */
        ChannelDraft: {
            description?: string | null;
            /**
             * Format: uuid
             * @description Make your own: a repeat then answers what the first made.
             */
            id?: string;
            /** @example Trailers */
            name: string;
            /**
             * @description How it reads in addresses, once in its organization; from its name if not given.
             * @example trailers
             */
            slug?: string;
        };
        /**
         * @example {
         *       "name": "Trailers"
         *     }
         */
        ChannelEdit: {
            description?: string | null;
            /** @example Trailers */
            name?: string;
            /** @example trailers */
            slug?: string;
        };
        ChannelMember: {
            /** Format: date-time */
            joinedAt: string;
            user: {
                avatarUrl: string | null;
                /** Format: uuid */
                id: string;
                name: string;
                username: string | null;
            };
        };
        Chapter: {
            description: string | null;
            endSeconds: number;
            /** Format: uuid */
            id: string;
            /** @description From 1, in the order of time. */
            position: number;
            startSeconds: number;
            title: string;
        };
        ChapterEdit: {
            description?: string | null;
            endSeconds?: number;
            startSeconds?: number;
            /** @example The meadow */
            title?: string;
        };
        ChapterInput: {
            description?: string | null;
            /** @description Absent: where the next chapter starts, or the end of the video. */
            endSeconds?: number | null;
            /**
             * Format: uuid
             * @description Made by you, or of the chapter that stays.
             */
            id?: string;
            startSeconds: number;
            /** @example The meadow */
            title: string;
        };
        ChapterList: {
            items: components["schemas"]["Chapter"][];
            /** @description Cursor of the next page. */
            next: string | null;
            /** @description Cursor of the page before. */
            prev?: string | null;
        };
        /**
         * @example {
         *       "chapters": [
         *         {
         *           "title": "Opening",
         *           "startSeconds": 0
         *         },
         *         {
         *           "title": "The meadow",
         *           "startSeconds": 83.5
         *         }
         *       ]
         *     }
         */
        ChapterListInput: {
            chapters: components["schemas"]["ChapterInput"][];
        };
        Clock: {
            receivedMs: number;
            sentMs: number;
        };
        Comment: {
            /** Format: uuid */
            authorId: string | null;
            authorName: string;
            content: string;
            /** Format: date-time */
            createdAt: string;
            endSeconds: number | null;
            frame: number | null;
            hasDrawing: boolean;
            /** Format: uuid */
            id: string;
            isDeleted: boolean;
            isEdited: boolean;
            isGuest: boolean;
            likeCount: number;
            /** @default [] */
            mentionedIds?: string[];
            /** Format: uuid */
            parentId: string | null;
            positionSeconds: number | null;
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedByName: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        CommentChange: {
            content: string;
            /** @description As they were, where it is left out. */
            mentionedIds?: string[] | null;
        };
        /**
         * @example {
         *       "content": "Look at the butterfly.",
         *       "positionSeconds": 42.5
         *     }
         */
        CommentDraft: {
            content: string;
            /** @description What you drew over the picture; it never changes. */
            drawing?: {
                /** @enum {string} */
                color: "red" | "yellow" | "green" | "blue" | "white" | "black";
                points: number[];
            }[] | null;
            endSeconds?: number | null;
            /** @description The frame it is about, exactly. */
            frame?: number | null;
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same comment.
             */
            id?: string;
            /** @description Who is meant by each `@Name` in it. */
            mentionedIds?: string[] | null;
            /**
             * Format: uuid
             * @description The comment this one replies to.
             */
            parentId?: string | null;
            /** @description The moment it is about. */
            positionSeconds?: number | null;
        };
        CommentDrawing: {
            strokes: components["schemas"]["Drawing"];
        };
        CommentExport: {
            [key: string]: unknown;
        };
        CommentPage: {
            items: components["schemas"]["Comment"][];
            /** @description Of these comments, those you like. */
            likedCommentIds: string[];
            /** @description Cursor of the next page. */
            next: string | null;
            /** @description Cursor of the page before. */
            prev?: string | null;
        };
        /**
         * @example {
         *       "isResolved": true
         *     }
         */
        CommentResolution: {
            isResolved: boolean;
        };
        Confirmation: {
            /**
             * @description Asked of any other browser than the one that signed up.
             * @example correct horse battery
             */
            password?: string;
            /** @example 019aa0c0-0000-7000-8000-000000000001.bm90IGEgc2VjcmV0LCBhbiBleGFtcGxl */
            token: string;
        };
        Drawing: {
            /** @enum {string} */
            color: "red" | "yellow" | "green" | "blue" | "white" | "black";
            points: number[];
        }[];
        Elsewhere: {
            url: string;
        };
        EmailChange: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * @description Of who has one; others must have signed in just now.
             * @example correct horse battery
             */
            password?: string;
        };
        EmailOnly: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
        };
        EndedSessions: {
            endedCount: number;
        };
        Farewell: {
            /**
             * @description Of who has one; others must have signed in just now.
             * @example correct horse battery
             */
            password?: string;
        };
        FoundVideo: {
            description: components["schemas"]["Highlighted"] & (unknown[] | null);
            /** @description Where it is said first: the moment to jump to. */
            spoken: {
                endSeconds: number;
                startSeconds: number;
                text: components["schemas"]["Highlighted"];
            } | null;
            title: components["schemas"]["Highlighted"];
            video: components["schemas"]["Video"];
        };
        GuestInput: {
            /** @example Ada */
            name: string;
        };
        Heat: {
            /** @description How long a part is. */
            bucketSeconds: number;
            /** @description By part and emoji, those that were sent at all. `second` is the first of its part. */
            items: components["schemas"]["ReactionCount"][];
        };
        /**
         * @description The whole title.
         * @example [
         *       {
         *         "text": "Big Buck ",
         *         "isMatch": false
         *       },
         *       {
         *         "text": "Bunny",
         *         "isMatch": true
         *       }
         *     ]
         */
        Highlighted: {
            isMatch: boolean;
            text: string;
        }[];
        Invitation: {
            /**
             * Format: date-time
             * @description When the last of its uses was.
             */
            acceptedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            email: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            invitedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            maxUses: number;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * @description Owners may what administrators may, those what members may.
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** Format: date-time */
            updatedAt: string;
            useCount: number;
        };
        /**
         * @example {
         *       "email": "grace@example.com"
         *     }
         */
        InvitationDraft: {
            /**
             * Format: email
             * @description Whom it is mailed to, and who alone may accept it; without one it is a link.
             */
            email?: string | null;
            /**
             * @description For how long it is good.
             * @default 7
             */
            expiresInDays?: number;
            /**
             * @description How many may come by a link; who is mailed one comes once.
             * @default 1
             */
            maxUses?: number;
            /**
             * @description Owners may what administrators may, those what members may.
             * @default MEMBER
             * @enum {string}
             */
            role?: "OWNER" | "ADMIN" | "MEMBER";
        };
        /**
         * @example {
         *       "expiresInDays": 7
         *     }
         */
        InvitationRenewal: {
            /**
             * @description For how long it is good.
             * @default 7
             */
            expiresInDays?: number;
        };
        JoinAnswer: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            screeningId: string | null;
            ticket: string;
            url: string;
            /** Format: uuid */
            videoId: string;
            you: {
                isGuest: boolean;
                name: string;
                /** @enum {string} */
                role: "view" | "comment" | "control" | "manage";
                /** Format: uuid */
                userId: string | null;
            };
        };
        JoinRequest: {
            /** @description The token of a watch link, for pages that keep no cookies: inside another site’s. It asks nothing and counts nothing, or lets nobody in like this. */
            link?: string | null;
            /** Format: uuid */
            screeningId?: string | null;
        };
        Key: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            name: string;
            /**
             * @description How the key begins.
             * @example lk_live_a1B2
             */
            prefix: string;
            scopes: ("account:read" | "account:write" | "organizations:read" | "organizations:write" | "videos:read" | "videos:write" | "comments:read" | "comments:write" | "assets:read" | "assets:write" | "links:read" | "links:write" | "rooms:join" | "webhooks:read" | "webhooks:write")[];
        };
        /**
         * @example {
         *       "name": "Import"
         *     }
         */
        KeyEdit: {
            /**
             * @description What it is for, to tell keys apart.
             * @example Nightly import
             */
            name: string;
        };
        /**
         * @example {
         *       "name": "Nightly import",
         *       "scopes": [
         *         "videos:read"
         *       ],
         *       "expiresAt": null
         *     }
         */
        KeyInput: {
            /**
             * Format: date-time
             * @description Until when it opens anything; null: until it is revoked.
             * @default null
             */
            expiresAt?: string | null;
            /**
             * Format: uuid
             * @description Your own UUIDv7, so that a repeat makes no second key.
             */
            id?: string;
            /**
             * @description What it is for, to tell keys apart.
             * @example Nightly import
             */
            name: string;
            /**
             * @description What it may do. Reading does not include writing.
             * @example [
             *       "videos:read"
             *     ]
             */
            scopes: ("account:read" | "account:write" | "organizations:read" | "organizations:write" | "videos:read" | "videos:write" | "comments:read" | "comments:write" | "assets:read" | "assets:write" | "links:read" | "links:write" | "rooms:join" | "webhooks:read" | "webhooks:write")[];
        };
        LikeAnswer: {
            isLikedByYou: boolean;
            likeCount: number;
        };
        LiveRoom: {
            /** @description When the room last woke, in milliseconds since 1970. With silent viewers it sleeps and costs nothing; being asked wakes it. */
            awakeSinceMs: number;
            commentCount: number;
            likeCount: number;
            /** @description Kept in the room because the database refuses them. */
            parkedRows: number;
            /**
             * @description `delayed` while the database cannot be written.
             * @enum {string}
             */
            persist: "ok" | "delayed";
            screenings: components["schemas"]["LiveScreening"][];
            /** @description Durable in the room, not yet in the database. */
            unflushedEvents: number;
            viewers: number;
        };
        LiveScreening: {
            /** @enum {string} */
            controlMode: "anyone" | "presenter" | "ask";
            endedAtMs: number | null;
            hostConnectionId: string | null;
            /** Format: uuid */
            hostId: string | null;
            hostName: string;
            /** Format: uuid */
            id: string;
            isHostHere: boolean;
            memberCount: number;
            shortId: string;
            skew: components["schemas"]["ScreeningSkew"];
            /** @enum {string} */
            stallPolicy: "go_on" | "wait";
            startedAtMs: number;
        };
        MailSent: {
            email: string;
        };
        MarketAsset: components["schemas"]["Asset"] & {
            /** Format: uuid */
            creatorId: string | null;
            isPublic: boolean;
            /**
             * Format: uuid
             * @description Your reference to it, if you have taken it.
             */
            takenAs: string | null;
        };
        /**
         * @example {
         *       "assetId": "01900000-0000-7000-8000-000000000001"
         *     }
         */
        MarketDraft: {
            /**
             * Format: uuid
             * @description Yours, with all its bytes there.
             */
            assetId: string;
            description?: string | null;
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same.
             */
            id?: string;
            /**
             * @description Whether others see it at once; `false` keeps it back.
             * @default true
             */
            isPublic?: boolean;
            /**
             * @description The asset’s own when it is left out.
             * @example Opening title.png
             */
            name?: string;
            /**
             * @example [
             *       "title"
             *     ]
             */
            tags?: string[];
        };
        /**
         * @example {
         *       "name": "Opening title"
         *     }
         */
        MarketEdit: {
            description?: string | null;
            isPublic?: boolean;
            /** @example Opening title.png */
            name?: string;
            /**
             * @example [
             *       "title"
             *     ]
             */
            tags?: string[];
        };
        /**
         * @example {
         *       "kind": "registered",
         *       "id": "019aa0c0-0000-7000-8000-000000000001",
         *       "name": "Ada",
         *       "email": "ada@example.com",
         *       "username": "ada",
         *       "givenName": "Ada",
         *       "familyName": "Lovelace",
         *       "bio": null,
         *       "avatarUrl": null,
         *       "hasPassword": true
         *     }
         */
        Me: {
            avatarUrl: string | null;
            bio: string | null;
            email: string | null;
            familyName: string | null;
            givenName: string | null;
            /** @description Whether one signs in by a password too. */
            hasPassword: boolean;
            /** Format: uuid */
            id: string | null;
            /** @enum {string} */
            kind: "anonymous" | "guest" | "registered";
            name: string | null;
            username: string | null;
        };
        /**
         * @example {
         *       "name": "Ada"
         *     }
         */
        MeEdit: {
            /**
             * Format: uri
             * @example https://example.com/ada.jpg
             */
            avatarUrl?: string | null;
            /** @example Counts machines. */
            bio?: string | null;
            /** @example Ada */
            familyName?: string | null;
            /** @example Ada */
            givenName?: string | null;
            /** @example Ada */
            name?: string;
            /** @example ada */
            username?: string | null;
        };
        Member: {
            /** Format: date-time */
            joinedAt: string;
            /**
             * @description Owners may what administrators may, those what members may.
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** Format: date-time */
            updatedAt: string;
            user: {
                avatarUrl: string | null;
                /** Format: uuid */
                id: string;
                name: string;
                username: string | null;
            };
        };
        /**
         * @example {
         *       "role": "MEMBER"
         *     }
         */
        MemberEdit: {
            /**
             * @description Owners may what administrators may, those what members may.
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MEMBER";
        };
        NewInvitation: components["schemas"]["Invitation"] & {
            /** @description Only now: of the token nothing but its hash is kept. */
            token: string;
            /** @description The page it opens. */
            url: string;
        };
        NewKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description The key itself. It is shown this once and kept hashed. */
            key: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            name: string;
            /**
             * @description How the key begins.
             * @example lk_live_a1B2
             */
            prefix: string;
            scopes: ("account:read" | "account:write" | "organizations:read" | "organizations:write" | "videos:read" | "videos:write" | "comments:read" | "comments:write" | "assets:read" | "assets:write" | "links:read" | "links:write" | "rooms:join" | "webhooks:read" | "webhooks:write")[];
        };
        NewWatchLink: components["schemas"]["WatchLink"] & {
            /** @description What its address carries. Of it nothing but a hash is kept. */
            token: string;
        };
        NewWebhook: components["schemas"]["Webhook"] & {
            /**
             * @description What messages are signed with (Standard Webhooks). Shown only now.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
             */
            secret: string;
        };
        OEmbed: {
            author_name?: string;
            /** @description Seconds. */
            cache_age: number;
            height: number;
            /** @description A frame with the video in it. */
            html: string;
            provider_name: string;
            provider_url: string;
            thumbnail_height?: number;
            thumbnail_url?: string;
            thumbnail_width?: number;
            title: string;
            /** @enum {string} */
            type: "video";
            /** @enum {string} */
            version: "1.0";
            width: number;
        };
        OpenedWatchLink: {
            /** @enum {string} */
            role: "view" | "comment" | "control" | "manage";
            shortId: string;
            url: string;
            /** Format: uuid */
            videoId: string;
        };
        OpenWatchLink: {
            /** @example correct horse */
            password?: string | null;
        };
        Organization: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "team" | "personal";
            logoUrl: string | null;
            memberCount: number;
            name: string;
            /**
             * @description Owners may what administrators may, those what members may.
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MEMBER";
            settings: components["schemas"]["OrganizationSettings"];
            slug: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "confirm": "acme"
         *     }
         */
        OrganizationDissolution: {
            /** @description Its slug, typed in: this cannot be undone. */
            confirm: string;
        };
        /**
         * @example {
         *       "name": "Acme"
         *     }
         */
        OrganizationDraft: {
            description?: string | null;
            /**
             * Format: uuid
             * @description Make your own: a repeat then answers what the first made.
             */
            id?: string;
            /** @example Acme */
            name: string;
            /**
             * @description How it reads in addresses; from its name if not given.
             * @example acme
             */
            slug?: string;
        };
        /**
         * @example {
         *       "name": "Acme"
         *     }
         */
        OrganizationEdit: {
            description?: string | null;
            /**
             * Format: uri
             * @example https://example.com/logo.svg
             */
            logoUrl?: string | null;
            /** @example Acme */
            name?: string;
            settings?: components["schemas"]["OrganizationSettingsEdit"];
            /** @example acme */
            slug?: string;
        };
        OrganizationSettings: {
            /**
             * @description Host names whose pages may embed its videos; `*.example.com` are all below it, `*` is any site. None: no site but this one.
             * @example [
             *       "example.com"
             *     ]
             */
            embedDomains?: string[];
            /** @default {} */
            linkPolicy?: {
                /**
                 * @description Who may come by a watch link at most.
                 * @default anyone
                 * @enum {string}
                 */
                guests?: "anyone" | "named" | "accounts";
                /**
                 * @description Every watch link asks for a password.
                 * @default false
                 */
                isPasswordRequired?: boolean;
                /**
                 * @description How long a watch link is good at most; null: as long as its maker likes.
                 * @default null
                 */
                longestDays?: number | null;
            };
            /** @default {} */
            retention?: {
                /**
                 * @description After how many days without a change videos are archived; null: never.
                 * @default null
                 */
                archiveAfterDays?: number | null;
            };
        };
        OrganizationSettingsEdit: {
            /**
             * @description Host names whose pages may embed its videos; `*.example.com` are all below it, `*` is any site. None: no site but this one.
             * @example [
             *       "example.com"
             *     ]
             */
            embedDomains?: string[];
            linkPolicy?: {
                /**
                 * @description Who may come by a watch link at most.
                 * @enum {string}
                 */
                guests?: "anyone" | "named" | "accounts";
                /** @description Every watch link asks for a password. */
                isPasswordRequired?: boolean;
                /** @description How long a watch link is good at most; null: as long as its maker likes. */
                longestDays?: number | null;
            };
            retention?: {
                /** @description After how many days without a change videos are archived; null: never. */
                archiveAfterDays?: number | null;
            };
        };
        OrganizationStorage: {
            /** @description Its members’ assets; what was taken from the market does not count. */
            assetBytes: number;
            /** @description Whole lengths of uploads under way. */
            awaitedBytes: number;
            /** @description How much there may be; null: as much as you like. */
            limitBytes: number | null;
            /** @description Of both, what lies in the trash until it is purged. */
            trashBytes: number;
            /** @description All of the following together. */
            usedBytes: number;
            /** @description Files of videos. */
            videoBytes: number;
        };
        /**
         * @example {
         *       "userId": "019aa0c0-0000-7000-8000-000000000001"
         *     }
         */
        OrganizationTransfer: {
            /**
             * Format: uuid
             * @description A member, who owns it from now on.
             */
            userId: string;
        };
        ParkedRow: {
            /** @description The comment, screening or reaction’s moment; empty for the video itself. */
            entityId: string;
            /** @example comment.post */
            kind: string;
            /** Format: date-time */
            parkedAt: string;
            /** @description SQLSTATE and words of the latest try. */
            reason: string;
            /** @description The event that was refused first. */
            seq: number;
        };
        PasswordChange: {
            /** @example correct horse battery */
            newPassword: string;
            /**
             * @description The present one, of who has one.
             * @example correct horse battery
             */
            password?: string;
        };
        PasswordReset: {
            /** @example correct horse battery */
            newPassword: string;
            /** @example 019aa0c0-0000-7000-8000-000000000001.bm90IGEgc2VjcmV0LCBhbiBleGFtcGxl */
            token: string;
        };
        Playback: {
            atServerMs: number;
            /** @default [] */
            awaited?: components["schemas"]["Member"][];
            byConnectionId: string | null;
            byName: string | null;
            isPlaying: boolean;
            positionSeconds: number;
            rate: number;
            revision: number;
        };
        Problem: {
            /** @enum {string} */
            code: "INVALID" | "UNAUTHENTICATED" | "NO_CREDITS" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "STALE" | "TOO_LARGE" | "UNSUPPORTED_MEDIA" | "RATE_LIMITED" | "INTERNAL" | "UPSTREAM" | "UNAVAILABLE" | "ROOM_FULL";
            detail: string;
            errors: {
                detail: string;
                pointer: string;
            }[];
            instance: string;
            status: number;
            title: string;
            type: string;
        };
        ReactionCount: {
            count: number;
            /** @enum {string} */
            emoji: "👍" | "❤️" | "😂" | "😮" | "😢" | "🎉" | "🔥" | "👏";
            second: number;
        };
        /**
         * @example {
         *       "emoji": "🎉",
         *       "positionSeconds": 42.5
         *     }
         */
        ReactionDraft: {
            /** @enum {string} */
            emoji: "👍" | "❤️" | "😂" | "😮" | "😢" | "🎉" | "🔥" | "👏";
            /**
             * Format: uuid
             * @description Made by you; sending the same again counts once.
             */
            id?: string;
            /** @description The moment it is about. */
            positionSeconds: number;
        };
        Readiness: {
            checks: {
                media: {
                    durationMs: number;
                    isReady: boolean;
                };
                postgres: {
                    durationMs: number;
                    isReady: boolean;
                };
                room: {
                    durationMs: number;
                    isReady: boolean;
                };
            };
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        Recap: {
            attendeeCount: number;
            attendees: {
                joinedAtMs: number;
                leftAtMs: number | null;
                name: string;
                /** Format: uuid */
                userId: string;
            }[];
            commentCount: number;
            commentIds: string[];
            endedAtMs: number;
            hostName: string;
            isTimelineTruncated: boolean;
            /** Format: uuid */
            screeningId: string;
            startedAtMs: number;
            timeline: {
                atMs: number;
                byName: string | null;
                isPlaying: boolean;
                positionSeconds: number;
                rate: number;
            }[];
        };
        ReceivedInvitation: {
            /** Format: date-time */
            expiresAt: string;
            inviterName: string | null;
            /** @description Whether it was mailed to your address; null for a link, and while you are not signed in. */
            isForYou: boolean | null;
            /** @description To one address, whose account alone may accept it. */
            isMailed: boolean;
            /** @description Whether you are a member already. */
            isMember: boolean;
            organizationName: string;
            /**
             * @description Owners may what administrators may, those what members may.
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MEMBER";
        };
        RetriedRow: {
            /** @description Why it is not written. */
            reason: string | null;
            seq: number;
            /**
             * @description `waiting`: the database does not answer; the row is tried again without being asked.
             * @enum {string}
             */
            state: "written" | "parked" | "waiting";
        };
        ScreeningDraft: {
            /**
             * @default anyone
             * @enum {string}
             */
            controlMode?: "anyone" | "presenter" | "ask";
            /**
             * Format: uuid
             * @description UUIDv7 made by the client; it is the entity’s id
             */
            id?: string;
            /** @default false */
            isPlaying?: boolean;
            /** @default 0 */
            positionSeconds?: number;
            /**
             * @default go_on
             * @enum {string}
             */
            stallPolicy?: "go_on" | "wait";
        };
        /** @description Null until two members have reported. */
        ScreeningSkew: {
            p50Ms: number;
            p95Ms: number;
            reporting: number;
        } | null;
        ScreeningSummary: {
            /** @enum {string} */
            controlMode: "anyone" | "presenter" | "ask";
            endedAtMs: number | null;
            hostConnectionId: string | null;
            /** Format: uuid */
            hostId: string | null;
            hostName: string;
            /** Format: uuid */
            id: string;
            isHostHere: boolean;
            memberCount: number;
            shortId: string;
            /** @enum {string} */
            stallPolicy: "go_on" | "wait";
            startedAtMs: number;
        };
        ScreeningView: {
            playback: components["schemas"]["Playback"];
            screening: components["schemas"]["ScreeningSummary"];
            /** Format: uuid */
            videoId: string;
        };
        SearchPage: {
            items: components["schemas"]["FoundVideo"][];
            /** @description Cursor of the next page. */
            next: string | null;
            /** @description Cursor of the page before. */
            prev?: string | null;
            /** @description How many were found; `isMore`: at least so many. By relevance only. */
            total: {
                count: number;
                isMore: boolean;
            } | null;
        };
        Series: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of those you may see. */
            videoCount: number;
        };
        /**
         * @example {
         *       "name": "Season 1"
         *     }
         */
        SeriesDraft: {
            description?: string | null;
            /**
             * Format: uuid
             * @description Make your own: a repeat then answers what the first made.
             */
            id?: string;
            /** @example Season 1 */
            name: string;
        };
        /**
         * @example {
         *       "name": "Season 1"
         *     }
         */
        SeriesEdit: {
            description?: string | null;
            /** @example Season 1 */
            name?: string;
        };
        /**
         * @example {
         *       "videoIds": []
         *     }
         */
        SeriesVideos: {
            videoIds: string[];
        };
        Session: {
            /** Format: date-time */
            createdAt: string;
            device: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            ipAddress: string | null;
            /** @description Whether this very request came by it. */
            isCurrent: boolean;
            /**
             * Format: date-time
             * @description To about five minutes.
             */
            lastUsedAt: string;
        };
        Sessions: {
            items: components["schemas"]["Session"][];
        };
        Signed: {
            user: {
                email: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
        };
        SignedOut: {
            success: boolean;
        };
        SignIn: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example correct horse battery */
            password: string;
        };
        SignInElsewhere: {
            /** @example /upload */
            next?: string;
            /** @example github */
            providerId: string;
        };
        SignInProvider: {
            id: string;
            name: string;
        };
        SignInProviders: {
            items: components["schemas"]["SignInProvider"][];
        };
        SignUp: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example Ada */
            name: string;
            /** @example /upload */
            next?: string;
            /** @example correct horse battery */
            password: string;
        };
        Tag: {
            color: string | null;
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: uuid */
            id: string;
            isActive: boolean;
            name: string;
            /**
             * Format: uuid
             * @description Null: the product’s own, for everybody.
             */
            organizationId: string | null;
            /** Format: date-time */
            updatedAt: string;
            /** @description Videos of the organization that have it, those in the trash too; null for tags of all organizations. */
            videoCount: number | null;
        };
        /**
         * @example {
         *       "name": "release"
         *     }
         */
        TagDraft: {
            /** @example #1e90ff */
            color?: string | null;
            description?: string | null;
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same tag.
             */
            id?: string;
            /** @example release */
            name: string;
        };
        /**
         * @example {
         *       "isActive": false
         *     }
         */
        TagEdit: {
            /** @example #1e90ff */
            color?: string | null;
            description?: string | null;
            /** @description False: videos keep it, and no more get it. */
            isActive?: boolean;
            /** @example release */
            name?: string;
        };
        Transcript: {
            /** Format: date-time */
            createdAt: string;
            /** @description What players show first, and search reads. */
            isDefault: boolean;
            /** @example en */
            language: string;
            /** @enum {string} */
            origin: "upload" | "model";
            /** Format: date-time */
            updatedAt: string;
        };
        TranscriptCue: {
            endSeconds: number;
            position: number;
            startSeconds: number;
            text: string;
        };
        /**
         * @example {
         *       "isDefault": true
         *     }
         */
        TranscriptEdit: {
            /** @enum {boolean} */
            isDefault: true;
        };
        /**
         * @example {
         *       "cues": [
         *         {
         *           "startSeconds": 1.5,
         *           "endSeconds": 4,
         *           "text": "Once upon a time."
         *         }
         *       ]
         *     }
         */
        TranscriptInput: {
            cues: {
                endSeconds: number;
                startSeconds: number;
                text: string;
            }[];
        };
        TranscriptList: {
            items: components["schemas"]["Transcript"][];
            /** @description Cursor of the next page. */
            next: string | null;
            /** @description Cursor of the page before. */
            prev?: string | null;
        };
        TranscriptPage: {
            items: components["schemas"]["TranscriptCue"][];
            /** @description Cursor of the next page. */
            next: string | null;
            /** @description Cursor of the page before. */
            prev?: string | null;
            transcript: components["schemas"]["Transcript"];
        };
        TrashedVideo: {
            /** Format: uuid */
            authorId: string | null;
            /** Format: date-time */
            deletedAt: string;
            durationSeconds: number | null;
            fileSizeBytes: number | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId: string;
            /**
             * Format: date-time
             * @description Until then it can be brought back.
             */
            purgedAt: string;
            shortId: string;
            title: string;
        };
        Version: {
            /** @enum {string} */
            name: "lockstep";
            version: string;
        };
        /**
         * @example {
         *       "title": "Second cut"
         *     }
         */
        VersionDraft: {
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same version.
             */
            id?: string;
            /**
             * @description As the version before, if not given.
             * @example Big Buck Bunny
             */
            title?: string | null;
        };
        Video: {
            /** Format: date-time */
            archivedAt: string | null;
            author: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: uuid */
            channelId: string | null;
            commentCount: number;
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            durationSeconds: number | null;
            /** @description Which sites may embed it, where it has a list of its own; null: those its organization lists. */
            embedDomains: string[] | null;
            frameRate: {
                den: number;
                num: number;
            } | null;
            height: number | null;
            /** @description The HLS playlist; null while it cannot be played. */
            hlsUrl: string | null;
            /** Format: uuid */
            id: string;
            isFeatured: boolean;
            isLikedByYou: boolean;
            likeCount: number;
            metadata: {
                [key: string]: unknown;
            };
            /** @description Threads of comments that nobody has settled. */
            openCommentCount: number;
            /** Format: uuid */
            organizationId: string;
            /** @description Why it cannot be played, in words. */
            processingError: string | null;
            processingProgress: number;
            /** @enum {string} */
            processingStatus: "pending" | "processing" | "complete" | "error" | "cancelled";
            /**
             * Format: date-time
             * @description When it was open and playable for the first time.
             */
            publishedAt: string | null;
            /**
             * @description What you may do with it.
             * @enum {string}
             */
            role: "view" | "comment" | "control" | "manage";
            /** Format: uuid */
            seriesId: string | null;
            /**
             * @description What links carry: 11 characters.
             * @example k3Pq_Zt8-Wm
             */
            shortId: string;
            /** @description A WebVTT track of small pictures along the timeline; null where there are none. */
            storyboardUrl: string | null;
            tags: string[];
            thumbnailUrl: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Its place in a stack of versions; `of` is the first, null for the first itself; `count` without the trash. */
            version: {
                count: number;
                isLatest: boolean;
                number: number;
                /** Format: uuid */
                of: string | null;
            };
            viewCount: number;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "organization" | "private";
            width: number | null;
        };
        /**
         * @example {
         *       "categoryIds": []
         *     }
         */
        VideoCategoriesEdit: {
            categoryIds: string[];
        };
        /**
         * @example {
         *       "title": "Big Buck Bunny"
         *     }
         */
        VideoDraft: {
            /** Format: uuid */
            channelId?: string | null;
            description?: string | null;
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same video.
             */
            id?: string;
            /**
             * @example {
             *       "camera": "A"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description One you are a member of; your personal one, if not given.
             */
            organizationId?: string | null;
            /**
             * @example [
             *       "animation"
             *     ]
             */
            tags?: string[];
            /** @example Big Buck Bunny */
            title: string;
            /**
             * @default private
             * @enum {string}
             */
            visibility?: "public" | "unlisted" | "organization" | "private";
        };
        /**
         * @example {
         *       "title": "Big Buck Bunny"
         *     }
         */
        VideoEdit: {
            /** Format: uuid */
            channelId?: string | null;
            description?: string | null;
            /**
             * @description Host names whose pages may embed it, whatever its organization lists; none: no site but this one. Null: those of its organization.
             * @example [
             *       "example.com"
             *     ]
             */
            embedDomains?: string[] | null;
            /** @description Archived: in no list unless asked for, still there for who has its address. */
            isArchived?: boolean;
            /**
             * @example {
             *       "camera": "A"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @example [
             *       "animation"
             *     ]
             */
            tags?: string[];
            /** @example Big Buck Bunny */
            title?: string;
            /** @enum {string} */
            visibility?: "public" | "unlisted" | "organization" | "private";
        };
        VideoEditNote: {
            /** Format: date-time */
            at: string;
            by: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            part: "details" | "chapters";
        };
        /**
         * @example {
         *       "isFeatured": true
         *     }
         */
        VideoFeatured: {
            isFeatured: boolean;
        };
        /**
         * @example {
         *       "organizationId": "019aa0c0-0000-7000-8000-000000000001"
         *     }
         */
        VideoPlace: {
            /** Format: uuid */
            organizationId: string;
        };
        VideoTags: {
            items: components["schemas"]["Tag"][];
        };
        /**
         * @example {
         *       "tagIds": [],
         *       "names": [
         *         "release"
         *       ]
         *     }
         */
        VideoTagsEdit: {
            /**
             * @description Made where there is none, if you are a member.
             * @default []
             * @example [
             *       "release"
             *     ]
             */
            names?: string[];
            /**
             * @default []
             * @example []
             */
            tagIds?: string[];
        };
        WatchLink: {
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * @description Whom it lets in: anyone; who has at least given a name; who has an account.
             * @enum {string}
             */
            guests: "anyone" | "named" | "accounts";
            hasPassword: boolean;
            /** Format: uuid */
            id: string;
            label: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            maxUses: number | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * @description What it lets do whoever may do less by themselves.
             * @enum {string}
             */
            role: "view" | "comment" | "control";
            /**
             * @description `maker-gone`: whoever made it may no longer share the video; take it over, and it is good again. `against-policy`: it has no password and the organization asks for one.
             * @enum {string}
             */
            state: "open" | "revoked" | "expired" | "maker-gone" | "against-policy" | "used-up";
            /** @description The page it opens; null for one made under another secret of this server. */
            url: string | null;
            useCount: number;
        };
        WatchLinkDraft: {
            /**
             * Format: date-time
             * @example 2100-01-01T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description Whom it lets in: anyone; who has at least given a name; who has an account.
             * @default anyone
             * @enum {string}
             */
            guests?: "anyone" | "named" | "accounts";
            /**
             * Format: uuid
             * @description Made by you; sending the same again answers the same link.
             */
            id?: string;
            /**
             * @description To tell links apart; shown to who manages the video.
             * @example For the client
             */
            label?: string | null;
            /** @description How many browsers may open it. Coming back with the same one is no further use. */
            maxUses?: number | null;
            /** @example correct horse */
            password?: string | null;
            /**
             * @description What it lets do whoever may do less by themselves.
             * @default view
             * @enum {string}
             */
            role?: "view" | "comment" | "control";
        };
        /**
         * @example {
         *       "label": "For the client"
         *     }
         */
        WatchLinkEdit: {
            /**
             * Format: date-time
             * @example 2100-01-01T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description Whom it lets in: anyone; who has at least given a name; who has an account.
             * @enum {string}
             */
            guests?: "anyone" | "named" | "accounts";
            /**
             * @description To tell links apart; shown to who manages the video.
             * @example For the client
             */
            label?: string | null;
            /** @description How many browsers may open it. Coming back with the same one is no further use. */
            maxUses?: number | null;
            /** @example correct horse */
            password?: string | null;
            /**
             * @description Answer for it from now on: a link is good while its maker may share the video.
             * @enum {boolean}
             */
            takeOver?: true;
        };
        WatchLinkOpening: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            userAgent: string | null;
            /** @description Null for who gave no name, and for an account that is gone. */
            viewer: {
                /** Format: uuid */
                id: string;
                isGuest: boolean;
                name: string;
            } | null;
        };
        Webhook: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** @description Why we stopped sending. */
            disabledReason: string | null;
            events: components["schemas"]["WebhookEventType"][];
            /** Format: date-time */
            failingSince: string | null;
            /** Format: uuid */
            id: string;
            isActive: boolean;
            /** Format: uuid */
            organizationId: string;
            /**
             * Format: date-time
             * @description Until then the secret before signs, too.
             */
            previousSecretExpiresAt: string | null;
            /** Format: date-time */
            updatedAt: string;
            url: string;
        };
        WebhookAttempt: {
            /** Format: date-time */
            createdAt: string;
            durationMs: number;
            error: string | null;
            /** @description How the answer begins: 1,000 characters. */
            responseBody: string | null;
            /** @description Null where nothing came. */
            responseStatus: number | null;
        };
        WebhookDelivery: {
            attemptCount: number;
            /** @description The newest first, twenty at most. */
            attempts: components["schemas"]["WebhookAttempt"][];
            /** Format: date-time */
            createdAt: string;
            data: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description `webhook-id`: the same at every attempt.
             */
            messageId: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            /** Format: date-time */
            timestamp: string;
            type: string;
        };
        /**
         * @example {
         *       "url": "https://hooks.example.com/lockstep",
         *       "description": "Tells our archive",
         *       "events": [
         *         "video.ready",
         *         "comment.created"
         *       ]
         *     }
         */
        WebhookDraft: {
            description?: string | null;
            /**
             * @description Event types it hears; empty: all, also those to come.
             * @default []
             */
            events?: ("video.created" | "video.ready" | "video.updated" | "video.deleted" | "video.restored" | "video.moved" | "comment.created" | "comment.updated" | "comment.resolved" | "comment.deleted" | "screening.started" | "screening.ended" | "member.added" | "member.removed" | "member.role_changed" | "link.created" | "link.revoked" | "approval.decided")[];
            /** Format: uuid */
            id?: string;
            /**
             * Format: uri
             * @description https, on port 443 or 8443, by a host name of the public internet. Redirects are not followed.
             */
            url: string;
        };
        /**
         * @example {
         *       "description": "Tells our archive",
         *       "isActive": true
         *     }
         */
        WebhookEdit: {
            description?: string | null;
            /** @description Event types it hears; empty: all, also those to come. */
            events?: ("video.created" | "video.ready" | "video.updated" | "video.deleted" | "video.restored" | "video.moved" | "comment.created" | "comment.updated" | "comment.resolved" | "comment.deleted" | "screening.started" | "screening.ended" | "member.added" | "member.removed" | "member.role_changed" | "link.created" | "link.revoked" | "approval.decided")[];
            /** @description Switched off it is sent nothing, and what waits for it has failed. */
            isActive?: boolean;
            /**
             * Format: uri
             * @description https, on port 443 or 8443, by a host name of the public internet. Redirects are not followed.
             */
            url?: string;
        };
        /** @enum {string} */
        WebhookEventType: "video.created" | "video.ready" | "video.updated" | "video.deleted" | "video.restored" | "video.moved" | "comment.created" | "comment.updated" | "comment.resolved" | "comment.deleted" | "screening.started" | "screening.ended" | "member.added" | "member.removed" | "member.role_changed" | "link.created" | "link.revoked" | "approval.decided" | "webhook.test";
    };
    responses: {
        /** @description CONFLICT */
        CONFLICT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description FORBIDDEN */
        FORBIDDEN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description INTERNAL */
        INTERNAL: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description INVALID */
        INVALID: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOT_FOUND */
        NOT_FOUND: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description RATE_LIMITED */
        RATE_LIMITED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description STALE */
        STALE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_LARGE */
        TOO_LARGE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNAUTHENTICATED */
        UNAUTHENTICATED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNAVAILABLE */
        UNAVAILABLE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNSUPPORTED_MEDIA */
        UNSUPPORTED_MEDIA: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UPSTREAM */
        UPSTREAM: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAssets: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description The trash: what you have deleted in the last 30 days. */
                deleted?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description A part of the name. */
                q?: string;
                /** @description Newest, last used, most used, or by name. */
                sort?: "recent" | "used" | "popular" | "name";
                /** @description `user` and `generation` are your own, the others everybody’s. */
                source?: "user" | "generation" | "system" | "market" | "all";
                /** @description Only what carries this tag. */
                tag?: string;
                /** @description Only those of this kind. */
                type?: "image" | "video" | "audio" | "document" | "other";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Asset"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAssets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetDraft"];
            };
        };
        responses: {
            /** @description It was made before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getAssetsByAssetId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The asset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteAssetsByAssetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the trash, for 30 days. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchAssetsByAssetId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetEdit"];
            };
        };
        responses: {
            /** @description The asset as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getAssetsByAssetIdContent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The range asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description You have them already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            /** @description They end before that range begins. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putAssetsByAssetIdContent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The asset, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAssetsByAssetIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The asset, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAssetsByAssetIdUses: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The asset’s id. */
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetUse"];
            };
        };
        responses: {
            /** @description It was counted before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description Counted. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getAuthCallbackByProviderId: {
        parameters: {
            query?: {
                /** @description What the other site hands over, to be exchanged. */
                code?: string;
                /** @description Why the other site let nobody in. */
                error?: string;
                /** @description The same in words. */
                error_description?: string;
                /** @description Which site it was. */
                iss?: string;
                /** @description What was given along on the way there. */
                state?: string;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The site one signs in by. */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to where one wanted to go, or to the sign-in page with `error`. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthChangeEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description A mail is on its way to the new address. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getAuthProviders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those set up here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProviders"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthRequestPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailOnly"];
            };
        };
        responses: {
            /** @description A mail is on its way, if there is an account. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthResetPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Changed, and signed in; the session is in the cookies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signed"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthSendVerificationEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailOnly"];
            };
        };
        responses: {
            /** @description A mail is on its way, if something waits. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthSignInEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the session is in the cookies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signed"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthSignInSocial: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInElsewhere"];
            };
        };
        responses: {
            /** @description Where to go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Elsewhere"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            502: components["responses"]["UPSTREAM"];
        };
    };
    postAuthSignOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the cookies are cleared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthSignUpEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description A mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postAuthVerifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Confirmed. After a sign-up the session is in the cookies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signed"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Categories"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel’s id. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel’s id. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchChannelsByChannelId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The channel’s id. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelEdit"];
            };
        };
        responses: {
            /** @description The channel as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getChannelsByChannelIdMembers: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The channel’s id. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChannelMember"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putChannelsByChannelIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The channel’s id. */
                channelId: string;
                /** @description The member’s id as a person. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In it before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelMember"];
                };
            };
            /** @description In it now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelMember"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteChannelsByChannelIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The channel’s id. */
                channelId: string;
                /** @description The member’s id as a person. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not in it any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postGuests: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestInput"];
            };
        };
        responses: {
            /** @description The guest you are now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getInvitationsByInvitationToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description What the invitation’s address ends with. */
                invitationToken: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitation"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postInvitationsByInvitationToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What the invitation’s address ends with. */
                invitationToken: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postLinksByToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What the watch link’s address ends with. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OpenWatchLink"];
            };
        };
        responses: {
            /** @description Come in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedWatchLink"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMarket: {
        parameters: {
            query?: {
                /** @description `me`: what you offer, public or not. */
                creator?: "me";
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description A part of the name. */
                q?: string;
                /** @description Newest, last used, most used, or by name. */
                sort?: "recent" | "used" | "popular" | "name";
                /** @description Only what carries this tag. */
                tag?: string;
                /** @description Only those of this kind. */
                type?: "image" | "video" | "audio" | "document" | "other";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MarketAsset"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postMarket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketDraft"];
            };
        };
        responses: {
            /** @description It was offered before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketAsset"];
                };
            };
            /** @description Offered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketAsset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMarketByMarketAssetId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The offer’s id. */
                marketAssetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The asset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketAsset"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteMarketByMarketAssetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The offer’s id. */
                marketAssetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchMarketByMarketAssetId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The offer’s id. */
                marketAssetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketEdit"];
            };
        };
        responses: {
            /** @description The asset as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketAsset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postMarketByMarketAssetIdTakings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The offer’s id. */
                marketAssetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You had it already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description Taken. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You, also when anonymous. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Farewell"];
            };
        };
        responses: {
            /** @description Gone, and signed out everywhere. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeEdit"];
            };
        };
        responses: {
            /** @description You, as you are called now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMeAudit: {
        parameters: {
            query?: {
                /** @description An action, or the group it begins with. */
                action?: string;
                /** @description Who did it. */
                actor?: string;
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Of this moment or later. */
                since?: string;
                /** @description The row it is about. */
                subject?: string;
                /** @description From before this moment. */
                until?: string;
                /** @description Whose rights changed. */
                user?: string;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first; with `Accept: text/csv` as a table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEvent"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                    "text/csv": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMeExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMeKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postMeKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyInput"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMeKeysByKeyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The API key’s id, not the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of it; not the key itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteMeKeysByKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The API key’s id, not the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked, now or before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchMeKeysByKeyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The API key’s id, not the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyEdit"];
            };
        };
        responses: {
            /** @description The key, renamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getMeSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All others have ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteMeSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session’s id. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizations: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organization"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDraft"];
            };
        };
        responses: {
            /** @description It was founded before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Founded. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteOrganizationsByOrganizationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDissolution"];
            };
        };
        responses: {
            /** @description Dissolved. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchOrganizationsByOrganizationId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationEdit"];
            };
        };
        responses: {
            /** @description The organization as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdAudit: {
        parameters: {
            query?: {
                /** @description An action, or the group it begins with. */
                action?: string;
                /** @description Who did it. */
                actor?: string;
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Of this moment or later. */
                since?: string;
                /** @description The row it is about. */
                subject?: string;
                /** @description From before this moment. */
                until?: string;
                /** @description Whose rights changed. */
                user?: string;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first; with `Accept: text/csv` as a table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEvent"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                    "text/csv": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdChannels: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Channel"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdChannels: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelDraft"];
            };
        };
        responses: {
            /** @description It was opened before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdInvitations: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdInvitations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationDraft"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteOrganizationsByOrganizationIdInvitationsByInvitationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The invitation’s id. */
                invitationId: string;
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lets nobody in any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdInvitationsByInvitationIdRenewal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The invitation’s id. */
                invitationId: string;
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRenewal"];
            };
        };
        responses: {
            /** @description Renewed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdMembers: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Part of a name. */
                q?: string;
                /** @description Owners may what administrators may, those what members may. */
                role?: "OWNER" | "ADMIN" | "MEMBER";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
                /** @description The member’s id as a person. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteOrganizationsByOrganizationIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
                /** @description The member’s id as a person. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not a member any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchOrganizationsByOrganizationIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
                /** @description The member’s id as a person. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberEdit"];
            };
        };
        responses: {
            /** @description The member as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdSeries: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Series"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesDraft"];
            };
        };
        responses: {
            /** @description It was begun before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdStorage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is used, of how much. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationStorage"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdTags: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tag"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdTags: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagDraft"];
            };
        };
        responses: {
            /** @description It was made before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdTransfer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationTransfer"];
            };
        };
        responses: {
            /** @description Handed over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getOrganizationsByOrganizationIdWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postOrganizationsByOrganizationIdWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The organization’s id, or its slug. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getScreeningsByShortId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description What the address of a screening ends with. */
                shortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The screening. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningView"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getScreeningsByShortIdRecap: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description What the address of a screening ends with. */
                shortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getSearch: {
        parameters: {
            query: {
                /** @description Archived videos are in no list of everybody’s. */
                archived?: "exclude" | "include" | "only";
                /** @description `me` or somebody’s id. */
                author?: string;
                /** @description A category’s id. */
                category?: string;
                /** @description A channel’s id. */
                channel?: string;
                /** @description Made before this moment. */
                createdBefore?: string;
                /** @description Made at this moment or later. */
                createdFrom?: string;
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description Only what is featured, or only what is not. */
                featured?: "true" | "false";
                /** @description A free tag, in any case. */
                freeTag?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Of this length at most. */
                maxSeconds?: number | null;
                /** @description Of this length at least. */
                minSeconds?: number | null;
                /** @description An organization’s id. */
                organization?: string;
                /** @description Published before this moment. */
                publishedBefore?: string;
                /** @description Published at this moment or later. */
                publishedFrom?: string;
                /** @description Words, all of which must be there; `"a phrase"`, `-without`, `or`. The last word may be the beginning of one. */
                q: string;
                /** @description A series’ id. */
                series?: string;
                /** @description What comes first. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Only those this far. */
                status?: "pending" | "processing" | "complete" | "error" | "cancelled";
                /** @description A tag’s id. */
                tag?: string;
                /** @description `latest`: of a stack of versions only the newest. A series shows those chosen for it. */
                versions?: "latest" | "all";
                /** @description Only what these may see. */
                visibility?: "public" | "unlisted" | "organization" | "private";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getSeriesBySeriesId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The series’ id. */
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteSeriesBySeriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series’ id. */
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchSeriesBySeriesId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The series’ id. */
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesEdit"];
            };
        };
        responses: {
            /** @description The series as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putSeriesBySeriesIdVideos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The series’ id. */
                seriesId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesVideos"];
            };
        };
        responses: {
            /** @description The series as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getTags: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tag"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getTagsByTagId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The tag’s id. */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteTagsByTagId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag’s id. */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchTagsByTagId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The tag’s id. */
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagEdit"];
            };
        };
        responses: {
            /** @description The tag as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getTrash: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrashedVideo"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteTrashById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    postTrashByIdRestoration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideos: {
        parameters: {
            query?: {
                /** @description Archived videos are in no list of everybody’s. */
                archived?: "exclude" | "include" | "only";
                /** @description `me` or somebody’s id. */
                author?: string;
                /** @description A category’s id. */
                category?: string;
                /** @description A channel’s id. */
                channel?: string;
                /** @description Made before this moment. */
                createdBefore?: string;
                /** @description Made at this moment or later. */
                createdFrom?: string;
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description Only what is featured, or only what is not. */
                featured?: "true" | "false";
                /** @description A free tag, in any case. */
                freeTag?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Of this length at most. */
                maxSeconds?: number | null;
                /** @description Of this length at least. */
                minSeconds?: number | null;
                /** @description An organization’s id. */
                organization?: string;
                /** @description Published before this moment. */
                publishedBefore?: string;
                /** @description Published at this moment or later. */
                publishedFrom?: string;
                /** @description A series’ id. */
                series?: string;
                /** @description Everybody’s list: newest, oldest, published, title, viewed, liked, commented. An author’s or organization’s: newest, oldest, updated, title. A channel’s: newest, oldest. A series’: position, and it is the default there. With a tag, category or free tag: newest, oldest. */
                sort?: "newest" | "oldest" | "published" | "updated" | "title" | "viewed" | "liked" | "commented" | "position";
                /** @description Only those this far. */
                status?: "pending" | "processing" | "complete" | "error" | "cancelled";
                /** @description A tag’s id. */
                tag?: string;
                /** @description `latest`: of a stack of versions only the newest. A series shows those chosen for it. */
                versions?: "latest" | "all";
                /** @description Only what these may see. */
                visibility?: "public" | "unlisted" | "organization" | "private";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of videos. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Video"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoDraft"];
            };
        };
        responses: {
            /** @description It was made before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The video. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteVideosById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone from every list and link; kept for 30 days. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchVideosById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoEdit"];
            };
        };
        responses: {
            /** @description The video as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdApprovals: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description What the newest decision says; null while there is none.
                         * @enum {string|null}
                         */
                        current: "in_review" | "changes_requested" | "approved" | null;
                        items: components["schemas"]["Approval"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdApprovals: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            /** @description It was decided before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description Decided. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Categories"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoCategoriesEdit"];
            };
        };
        responses: {
            /** @description All, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Categories"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdChapters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chapters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChapterList"];
                    "text/vtt": string;
                };
            };
            /** @description You have this version already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdChapters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChapterListInput"];
                "text/plain": string;
                "text/vtt": string;
            };
        };
        responses: {
            /** @description The chapters as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChapterList"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdChapters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChapterInput"];
            };
        };
        responses: {
            /** @description It was added before, by the same id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chapter"];
                };
            };
            /** @description Added where it belongs in time. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chapter"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdChaptersVtt: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The track. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteVideosByIdChaptersByChapterId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The chapter’s id. */
                chapterId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchVideosByIdChaptersByChapterId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The chapter’s id. */
                chapterId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChapterEdit"];
            };
        };
        responses: {
            /** @description The chapter as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chapter"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdComments: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description `time`: by the moment they are about, those about none last. */
                order?: "time" | "newest";
                /** @description Only the replies to this comment; `none`: only those that begin a thread. */
                parentId?: string | "none";
                /** @description Only those written then or later. */
                since?: string;
                /** @description Only those written before then. */
                until?: string;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of comments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdComments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDraft"];
            };
        };
        responses: {
            /** @description Kept; everyone in the room has it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    deleteVideosByIdCommentsByCommentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    patchVideosByIdCommentsByCommentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentChange"];
            };
        };
        responses: {
            /** @description The comment as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getVideosByIdCommentsByCommentIdDrawing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Strokes over the picture, in shares of its width and height. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentDrawing"];
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdCommentsByCommentIdLike: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    deleteVideosByIdCommentsByCommentIdLike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    putVideosByIdCommentsByCommentIdResolution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The comment’s id. */
                commentId: string;
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentResolution"];
            };
        };
        responses: {
            /** @description The comment as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getVideosByIdCommentsExport: {
        parameters: {
            query: {
                /** @description `open`: without what is resolved. */
                filter?: "open" | "all";
                /** @description `csv` for spreadsheets, `json` for programs, `vtt` for players, `edl` for DaVinci Resolve, `fcpxml` for Final Cut Pro, `fcp7xml` for Premiere Pro. */
                format: "csv" | "json" | "vtt" | "edl" | "fcpxml" | "fcp7xml";
                /** @description Frames per second, for a video of which they are not known. A known rate counts. */
                fps?: "24" | "25" | "30" | "48" | "50" | "60" | "120" | "23.976" | "29.97" | "59.94";
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentExport"];
                    "application/xml": string;
                    "text/csv": string;
                    "text/plain": string;
                    "text/vtt": string;
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdEdits: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last edit of each part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VideoEditNote"][];
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdFeatured: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoFeatured"];
            };
        };
        responses: {
            /** @description The video. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdJoin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["JoinRequest"];
            };
        };
        responses: {
            /** @description Come in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinAnswer"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    putVideosByIdLike: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    deleteVideosByIdLike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getVideosByIdLinks: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WatchLink"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdLinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WatchLinkDraft"];
            };
        };
        responses: {
            /** @description It was made before, by the same id and on the same terms. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWatchLink"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWatchLink"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdLinksByLinkId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description The watch link’s id, not its token. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchLink"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteVideosByIdLinksByLinkId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description The watch link’s id, not its token. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchVideosByIdLinksByLinkId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description The watch link’s id, not its token. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchLinkEdit"];
            };
        };
        responses: {
            /** @description The link as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchLink"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdLinksByLinkIdViews: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description The watch link’s id, not its token. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WatchLinkOpening"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdOrganization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoPlace"];
            };
        };
        responses: {
            /** @description The video, where it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdPoster: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
            };
        };
        responses: {
            /** @description It is the poster now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdReactions: {
        parameters: {
            query?: {
                /** @description Into how many parts the video is cut at most. */
                buckets?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by part and emoji. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heat"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdReactions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactionDraft"];
            };
        };
        responses: {
            /** @description Counted; how often it was sent in that second, in all. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactionCount"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getVideosByIdRoom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room, live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveRoom"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    getVideosByIdRoomParked: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedRow"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    postVideosByIdRoomParkedBySeqRetry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description `seq` of the row. */
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedRow"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    postVideosByIdScreenings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScreeningDraft"];
            };
        };
        responses: {
            /** @description Started. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningView"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    putVideosByIdStoryboard: {
        parameters: {
            query: {
                /** @description How many pictures stand beside each other. */
                columns: number;
                /** @description The last places may be empty. */
                count: number;
                /** @description How far apart the pictures are. */
                intervalSeconds: number;
                /** @description How many pictures stand below each other. */
                rows: number;
            };
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
            };
        };
        responses: {
            /** @description It is the storyboard now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdTags: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoTags"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdTags: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoTagsEdit"];
            };
        };
        responses: {
            /** @description All, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoTags"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdTranscripts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The languages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptList"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdTranscriptsByLanguage: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description BCP 47. */
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cues. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptPage"];
                };
            };
            /** @description You have this version already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    putVideosByIdTranscriptsByLanguage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description BCP 47. */
                language: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TranscriptInput"];
                "application/x-subrip": string;
                "text/vtt": string;
            };
        };
        responses: {
            /** @description The transcript as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteVideosByIdTranscriptsByLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description BCP 47. */
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchVideosByIdTranscriptsByLanguage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description BCP 47. */
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranscriptEdit"];
            };
        };
        responses: {
            /** @description The transcript as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdTranscriptsByLanguageTrackVtt: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
                /** @description BCP 47. */
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The track. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description You have this version already (If-None-Match). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getVideosByIdVersions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stack. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Video"][];
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosByIdVersions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video’s id, or its short id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VersionDraft"];
            };
        };
        responses: {
            /** @description It was made before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postVideosBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    deleteWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    patchWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is made from: STALE once there is a newer one.
                 * @example "mb3k9q1x"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEdit"];
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            412: components["responses"]["STALE"];
            413: components["responses"]["TOO_LARGE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getWebhooksByWebhookIdDeliveries: {
        parameters: {
            query?: {
                /** @description Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only those this far. */
                status?: "pending" | "delivered" | "failed";
                /** @description Only those of this kind. */
                type?: components["schemas"]["WebhookEventType"];
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev?: string | null;
                    };
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getWebhooksByWebhookIdDeliveriesByDeliveryId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The delivery’s id: one event, told to one webhook. */
                deliveryId: string;
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postWebhooksByWebhookIdDeliveriesByDeliveryIdResend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The delivery’s id: one event, told to one webhook. */
                deliveryId: string;
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postWebhooksByWebhookIdSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            412: components["responses"]["STALE"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    postWebhooksByWebhookIdTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description For a day, repeats of somebody’s request with the same key are answered as the first was.
                 * @example 7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The webhook’s id. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    getHealthz: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. Nothing else was asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    getOembed: {
        parameters: {
            query: {
                /** @description Only `json` is spoken. */
                format?: string;
                /** @description The frame is at most so many pixels high. */
                maxheight?: number;
                /** @description The frame is at most so many pixels wide. */
                maxwidth?: number;
                /** @description The address of what is to be embedded. */
                url: string;
            };
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to put into a page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OEmbed"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            415: components["responses"]["UNSUPPORTED_MEDIA"];
            429: components["responses"]["RATE_LIMITED"];
            500: components["responses"]["INTERNAL"];
            /** @description XML is not spoken. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
            /** @description Something does not. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version at hand: 304 if it is still good.
                 * @example "mb3k9q1x"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Name and version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description It is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["INVALID"];
            401: components["responses"]["UNAUTHENTICATED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    "on.approval.decided": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        approvalId: string;
                        /** Format: uuid */
                        organizationId: string;
                        /** @enum {string} */
                        status: "in_review" | "changes_requested" | "approved";
                        /** Format: uuid */
                        userId: string | null;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "approval.decided";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.comment.created": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        commentId: string;
                        isResolved: boolean;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        parentId: string | null;
                        positionSeconds: number | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "comment.created";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.comment.deleted": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        commentId: string;
                        isResolved: boolean;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        parentId: string | null;
                        positionSeconds: number | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "comment.deleted";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.comment.resolved": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        commentId: string;
                        isResolved: boolean;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        parentId: string | null;
                        positionSeconds: number | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "comment.resolved";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.comment.updated": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        commentId: string;
                        isResolved: boolean;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        parentId: string | null;
                        positionSeconds: number | null;
                        /** Format: uuid */
                        resolvedBy: string | null;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "comment.updated";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.link.created": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        createdBy: string | null;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: uuid */
                        linkId: string;
                        /** Format: uuid */
                        organizationId: string;
                        /** @enum {string} */
                        role: "view" | "comment" | "control" | "manage";
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "link.created";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.link.revoked": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        createdBy: string | null;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: uuid */
                        linkId: string;
                        /** Format: uuid */
                        organizationId: string;
                        /** @enum {string} */
                        role: "view" | "comment" | "control" | "manage";
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "link.revoked";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.member.added": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        organizationId: string;
                        /**
                         * @description Owners may what administrators may, those what members may.
                         * @enum {string}
                         */
                        role: "OWNER" | "ADMIN" | "MEMBER";
                        /** Format: uuid */
                        userId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "member.added";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.member.removed": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        organizationId: string;
                        /**
                         * @description Owners may what administrators may, those what members may.
                         * @enum {string}
                         */
                        role: "OWNER" | "ADMIN" | "MEMBER";
                        /** Format: uuid */
                        userId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "member.removed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.member.role_changed": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        organizationId: string;
                        /**
                         * @description Owners may what administrators may, those what members may.
                         * @enum {string}
                         */
                        previousRole: "OWNER" | "ADMIN" | "MEMBER";
                        /**
                         * @description Owners may what administrators may, those what members may.
                         * @enum {string}
                         */
                        role: "OWNER" | "ADMIN" | "MEMBER";
                        /** Format: uuid */
                        userId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "member.role_changed";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.screening.ended": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: date-time */
                        endedAt: string;
                        /** Format: uuid */
                        hostId: string | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        screeningId: string;
                        shortId: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "screening.ended";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.screening.started": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        hostId: string | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        screeningId: string;
                        shortId: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: uuid */
                        videoId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "screening.started";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.created": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.created";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.deleted": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.deleted";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.moved": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        fromOrganizationId: string;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        toOrganizationId: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.moved";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.ready": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.ready";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.restored": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.restored";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.video.updated": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        authorId: string | null;
                        changed: string[];
                        /** Format: uuid */
                        channelId: string | null;
                        durationSeconds: number | null;
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        seriesId: string | null;
                        shortId: string;
                        title: string;
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        visibility: "public" | "unlisted" | "organization" | "private";
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "video.updated";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on.webhook.test": {
        parameters: {
            query?: never;
            header: {
                /** @description The message: the same at every attempt. Leave out what you have. */
                "webhook-id": string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes. */
                "webhook-signature": string;
                /** @description When this attempt was made, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        organizationId: string;
                        /** Format: uuid */
                        webhookId: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened; the same at every attempt.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "webhook.test";
                };
            };
        };
        responses: {
            /** @description Taken. Anything else, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the webhook is switched off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
