import { expect, test } from 'vitest';
import { EMOJIS } from '#protocol/emojis.ts';
import { ControlMode, StallPolicy } from '#protocol/screening.ts';
import { controlMode, stallPolicy } from '#tables/rooms.ts';
import { reactionEmoji } from '#tables/social.ts';

test('the database holds the same closed sets as the protocol', () => {
  expect(reactionEmoji.enumValues).toEqual(EMOJIS);
  expect(controlMode.enumValues).toEqual(ControlMode.options);
  expect(stallPolicy.enumValues).toEqual(StallPolicy.options);
});
