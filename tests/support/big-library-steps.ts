/**
 * Organizations, each with an owner and some members, three channels, a series and five tags. Member numbers fall as
 * the square root, so that the first has the most and the last a few.
 */
export const TENANTS = `
  insert into users (name, email)
    select 'Person ' || n, 'person-' || n || '@library.test' from generate_series(1, 3 * :organizations) n;
  insert into organizations (name, slug, created_at)
    select 'Organization ' || n, 'library-' || n, now() - n * interval '1 hour' from generate_series(1, :organizations) n;
  create schema library_fill;
  create unlogged table library_fill.people as select row_number() over () as number, id from users where email like '%@library.test';
  create unique index on library_fill.people (number);
  insert into organization_members (organization_id, user_id, role, created_at)
    select organizations.id, people.id, case when number = n then 'OWNER'::organization_role
        when number % 10 = 0 then 'ADMIN' else 'MEMBER' end, now() - number * interval '1 minute'
    from (select id, substr(slug, 9)::int as n from organizations where slug like 'library-%') organizations
    join library_fill.people on number = n or (number - n) between 1 and 3 * :organizations / 10 / sqrt(n);
  insert into channels (organization_id, name, slug)
    select id, 'Channel ' || c, 'channel-' || c from organizations, generate_series(1, 3) c where slug like 'library-%';
  insert into series (organization_id, name) select id, 'Season' from organizations where slug like 'library-%';
  insert into tags (organization_id, name)
    select id, 'tag-' || n from organizations, generate_series(1, 5) n where slug like 'library-%';
  insert into tags (name) select 'common-' || n from generate_series(1, 20) n;
  insert into categories (name) select 'Library category ' || n from generate_series(1, 20) n;
  insert into channel_members (channel_id, organization_id, user_id)
    select channels.id, channels.organization_id, user_id
    from channels join organization_members using (organization_id)
    where channels.slug = 'channel-1' and hashtext(user_id::text) % 3 = 0;
  create unlogged table library_fill.tenants as
    select substr(slug, 9)::int as number, id as organization,
      (select user_id from organization_members where organization_id = organizations.id and role = 'OWNER' limit 1) as owner,
      (select user_id from organization_members where organization_id = organizations.id order by role desc, user_id limit 1) as member,
      (select array_agg(channels.id order by channels.slug) from channels where organization_id = organizations.id) as channels,
      (select series.id from series where organization_id = organizations.id) as series,
      (select array_agg(tags.id) from tags where organization_id = organizations.id) as tags
    from organizations where slug like 'library-%';
  create unique index on library_fill.tenants (number);
  create unique index on library_fill.tenants (organization);
  analyze library_fill.people; analyze library_fill.tenants; analyze users; analyze organizations; analyze organization_members`;

/** What marks videos, and what is said of them: in statements of many rows each, as a flush of the room's. $1: short ids. */
export const MARKS_AND_REACTIONS = [
  `insert into video_tags (video_id, tag_id)
    select id, tenants.tags[1 + abs(hashtext(short_id)) % 5] from videos
    join library_fill.tenants on organization = organization_id
    where short_id = any ($1) and hashtext(short_id) % 3 <> 0
    union all
    select videos.id, common.ids[floor(power(20, random()))::int] from videos,
      (select array_agg(id order by name) as ids from tags where organization_id is null and name like 'common-%') common
    where short_id = any ($1) and hashtext(short_id) % 2 = 0`,
  `insert into video_categories (video_id, category_id)
    select videos.id, kinds.ids[floor(power(20, random()))::int] from videos,
      (select array_agg(id order by name) as ids from categories where name like 'Library category %') kinds
    where short_id = any ($1)`,
  `insert into comments (id, video_id, author_id, content, position_seconds, created_at)
    select uuidv7(), id, author_id, 'Look at this', n, created_at + n * interval '1 minute'
    from videos, generate_series(1, 40) n
    where short_id = any ($1) and author_id is not null
      and n <= 0.2 / (0.005 + abs(hashtext(short_id)::float8) / 2147483648)`,
  `insert into likes (id, user_id, video_id, created_at)
    select uuidv7(), people.id, videos.id, videos.created_at
    from (
      select id, created_at, floor(0.2 / (0.001 + abs(hashtext('l' || short_id)::float8) / 2147483648))::int as fans
      from videos where short_id = any ($1)) videos
    cross join lateral generate_series(1, fans) number join library_fill.people using (number)`,
];
