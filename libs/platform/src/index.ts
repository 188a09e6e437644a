export { Allow, CurrentViewer, satisfies, type AccessRule, type GraphqlContext } from './access/rule.js';
export { codeDigits, oneTimeCodeOf } from './access/one-time-code.js';
export { PageViewer, Viewerless } from './access/page-guard.js';
export { requireRecentProof, StepUpNeeded } from './access/recent-proof.js';
export { accessTable, enforceAccess } from './access/schema-rules.js';
export { LinkResolver, type MailedPurpose } from './access/link-resolver.js';
export { theSystem } from './access/the-system.js';
export { ViewerSource } from './access/viewer-source.js';
export {
  may,
  mayGive,
  operations,
  organizationsWhere,
  policy,
  requireMay,
  requireMayAtEvent,
  type Operation,
  type Where,
} from './access/policy.js';
export { roles, type Role } from './access/role.js';
export {
  cameByLink,
  NotAllowed,
  NotFound,
  type AnonymousViewer,
  type Assistant,
  type EventRole,
  type LinkPurpose,
  type LinkViewer,
  type PersonViewer,
  type StaffViewer,
  type Viewer,
  type Whereabouts,
} from './access/viewer.js';
export { AuditTrail, type Deed } from './audit/audit-trail.js';
export { difference, type Difference } from './audit/difference.js';
export { nothingChanged } from './audit/deed-watch.js';
export { ClockModule } from './clock/clock.module.js';
export { DemoClock } from './clock/demo-clock.js';
export { ConfigModule } from './config/config.module.js';
export { BadEnvironment, Config, environmentTable, readConfig, type OidcSettings } from './config/config.js';
export { processConfig, processDatabaseUrl, processDatabaseUrls } from './config/process-config.js';
export { NoApplicationRole, prepareApplicationRole } from './database/application-role.js';
export { connect } from './database/data-source.js';
export { DatabaseListener } from './database/listener.js';
export { DatabaseModule } from './database/database.module.js';
export { ProcessPresence } from './database/presence.js';
export { askPrepared, type Prepared } from './database/prepared.js';
export { searchPattern } from './database/search-pattern.js';
export { scopeOf, type RowScope } from './database/row-scope.js';
export { RowScopes } from './database/row-scopes.js';
export { UnitOfWork, Work } from './database/unit-of-work.js';
export { isTimeOver } from './database/request-time.js';
export { isMalformedId, refusedBy, violatedConstraint } from './database/violations.js';
export { BatchLoaders } from './graphql/batch-loaders.js';
export {
  connectionOf,
  connectionType,
  limitOf,
  offsetOf,
  pageAt,
  PageArgs,
  type Connection,
  type Page,
} from './graphql/connection.js';
export { GraphqlModule } from './graphql/graphql.module.js';
export { pageFound } from './graphql/page-found.js';
export type { RequestContext } from './graphql/request-context.js';
export { buildSchema, printedSchema } from './graphql/printed-schema.js';
export { printedWords } from './graphql/printed-words.js';
export { languageEnum } from './graphql/language.type.js';
export { bearerKeyIn } from './graphql/operation-edge.hook.js';
export { TrustedDocuments } from './graphql/trusted-documents.js';
export { orRefusal, RefusalType, shown } from './graphql/refusal.type.js';
export { createHttpApp, equipHttp, httpAdapter } from './http/http-app.js';
export { ProcessLogger } from './http/process-logger.js';
export { contentSecurity } from './http/security-headers.js';
export { HttpModule } from './http/http.module.js';
export { liveUntilSignal } from './http/lifetime.js';
export { Readiness } from './http/readiness.js';
export { once, type Submission } from './idempotency/once.js';
export { MailModule } from './mail/mail.module.js';
export { MailTransport, type SendResult } from './mail/mail-transport.js';
export type { Address, Mail } from './mail/mail.js';
export { classOf, masked, Personal, personalClassOf, type FieldClass } from './personal/field-class.js';
export { personalFieldsOf, personalPolicy, ShowsPersonal } from './personal/personal-fields.js';
export { declareEvent, type DomainEvent, type Facts } from './outbox/domain-event.js';
export { Handles } from './outbox/handles.js';
export { declareJob, type Job } from './outbox/job.js';
export { FailedJobs, type FailedJob } from './queue/failed-jobs.js';
export { QueueHealth, type QueueCounts } from './queue/queue-health.js';
export { QueueWorker } from './queue/worker.js';
export { Finder, type Found, type Sought } from './search/finder.js';
export { SearchModule } from './search/search.module.js';
export { Sweep } from './queue/sweep.js';
export { WorkerModule } from './queue/worker.module.js';
export { declaredExports, declareExport, Exporter, type ExportKind, type ExportQuery } from './sheets/export-kind.js';
export { declareFaults, faultAt, faultOfRefusal, type CellFault, type RowFault } from './sheets/faults.js';
export {
  declaredImports,
  declareImport,
  Importer,
  InUse,
  textColumn,
  type ImportColumn,
  type ImportContext,
  type ImportDone,
  type ImportPlan,
  type ImportScope,
  type Progress,
  type ReadRow,
} from './sheets/import-kind.js';
export { VerbImporter } from './sheets/verb-importer.js';
export { SheetsModule } from './sheets/sheets.module.js';
export { ImportExpiry } from './sheets/import-expiry.js';
