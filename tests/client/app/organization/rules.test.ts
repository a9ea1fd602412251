import { describe, expect, it } from 'vitest';
import { invitationState } from '#client/app/organization/invitation-state.ts';
import { daysIn, mayManage, rolesToGive } from '#client/app/organization/organization-rules.ts';
import { editIn } from '#client/app/organization/settings-edit.ts';
import { webhookState } from '#client/app/organization/webhook-state.ts';
import { mayManageRole, ORGANIZATION_ROLES } from '#worker/accounts/organization-role.ts';

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

describe('roles', () => {
  it('are offered to be given and managed just where the server allows it', () => {
    for (const role of ORGANIZATION_ROLES)
      for (const other of ORGANIZATION_ROLES)
        expect([role, other, mayManage(role, other)]).toEqual([role, other, mayManageRole(role, other)]);
    expect(rolesToGive('ADMIN')).toEqual(['ADMIN', 'MEMBER']);
  });
});

describe('the settings form', () => {
  it.each([
    ['', null],
    [' 30 ', 30],
    ['soon', undefined],
    ['-1', undefined],
    ['3.5', undefined],
  ])('reads %j days as %j', (text, days) => {
    expect(daysIn(text)).toBe(days);
  });

  it('says all of an organization at once, and empty fields as nothing', () => {
    const fields = { name: ' Acme ', slug: 'acme', description: '', embedDomains: 'a.com', guests: 'named' };
    const days = { longestDays: '7', archiveAfterDays: '' };
    expect(editIn(formOf({ ...fields, ...days, isPasswordRequired: 'on' }))).toEqual({
      faults: {},
      body: {
        name: 'Acme',
        slug: 'acme',
        description: null,
        settings: {
          embedDomains: ['a.com'],
          linkPolicy: { guests: 'named', isPasswordRequired: true, longestDays: 7 },
          retention: { archiveAfterDays: null },
        },
      },
    });
  });

  it('keeps to itself what is no number of days', () => {
    const { body, faults } = editIn(formOf({ longestDays: 'two', archiveAfterDays: '30' }));
    expect([body, faults]).toEqual([null, { '/settings/linkPolicy/longestDays': 'A whole number of days.' }]);
  });
});

describe('an invitation', () => {
  const open = { revokedAt: null, useCount: 0, maxUses: 1, expiresAt: '2026-11-28T00:00:00.000Z' };
  const now = Date.parse('2026-11-21T00:00:00.000Z');
  it.each([
    ['waits', open, { words: 'waiting', isOpen: true, mayRenew: true }],
    ['was accepted', { ...open, useCount: 1 }, { words: 'accepted', isOpen: false, mayRenew: false }],
    [
      'lets some in',
      { ...open, useCount: 2, maxUses: 5 },
      { words: '2 of 5 have come', isOpen: true, mayRenew: true },
    ],
    [
      'has let all in',
      { ...open, useCount: 5, maxUses: 5 },
      { words: 'all 5 have come', isOpen: false, mayRenew: false },
    ],
    [
      'was taken back',
      { ...open, revokedAt: '2026-11-20T00:00:00.000Z' },
      { words: 'taken back', isOpen: false, mayRenew: false },
    ],
    [
      'ran out',
      { ...open, expiresAt: '2026-11-20T00:00:00.000Z' },
      { words: 'has run out', isOpen: false, mayRenew: true },
    ],
  ])('that %s says so', (_, invitation, state) => {
    expect(invitationState(invitation, now)).toEqual(state);
  });
});

it.each([
  [{ isActive: true, disabledReason: null, failingSince: null }, 'Working'],
  [
    { isActive: true, disabledReason: null, failingSince: '2026-11-20T00:00:00.000Z' },
    'Failing; we go on trying',
  ],
  [
    { isActive: false, disabledReason: 'It answered 410.', failingSince: null },
    'Switched off: It answered 410.',
  ],
])('a webhook %j is told as %j', (webhook, words) => {
  expect(webhookState(webhook)).toBe(words);
});
