CREATE INDEX "audit_events_memberships_idx" ON "audit_events" USING btree ("created_at") WHERE action in ('member.removed', 'member.role-changed');--> statement-breakpoint

-- By hand from here on. The hourly run tells rooms that could not be reached of memberships that ended or carry less now.
CREATE POLICY tend ON audit_events FOR SELECT TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:cron' AND action IN ('member.removed', 'member.role-changed'));
