import type { Refusal } from '#kernel';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentViewer } from '../access/rule.js';
import type { Viewer } from '../access/viewer.js';
import { connectionOf, PageArgs, type Connection } from '../graphql/connection.js';
import { shown } from '../graphql/refusal.type.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';
import {
  importKindType,
  ImportKindType,
  ImportOrRefusal,
  ImportRowConnection,
  importRowType,
  importType,
  ImportType,
  type ImportRowType,
} from './import.types.js';
import { Importers } from './importers.js';

@Resolver(() => ImportType)
export class ImportResolver {
  constructor(
    private readonly service: ImportService,
    private readonly repository: ImportRepository,
    private readonly importers: Importers,
  ) {}

  @Allow('staff')
  @Query(() => ImportType, {
    nullable: true,
    description:
      'One of the files that the viewer uploaded (`POST /imports/<kind>`); null when there is none, or when it expired.',
  })
  async import(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The import, as the upload answered it.' }) id: string,
  ): Promise<ImportType | null> {
    const batch = viewer.kind === 'staff' ? await this.repository.ofAccount(viewer.accountId, id) : null;
    return batch && this.typeOf(batch, viewer);
  }

  @Allow('staff')
  @Query(() => ImportKindType, {
    description:
      'What can be imported under this name, and how its file looks. Whether you may is judged at the upload.',
  })
  importKind(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { type: () => String, description: 'As addresses say it: `persons`.' }) kind: string,
  ): ImportKindType {
    return importKindType(this.importers.of(kind).kind, viewer.language);
  }

  @Allow('staff')
  @ResolveField(() => ImportRowConnection, {
    description: 'The rows in the order of the file; none once it is applied.',
  })
  async rows(
    @CurrentViewer() viewer: Viewer,
    @Parent() { id }: ImportType,
    @Args() page: PageArgs,
    @Args('onlyFaulty', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Only rows with a fault.',
    })
    onlyFaulty: boolean,
  ): Promise<Connection<ImportRowType>> {
    const rows = await this.repository.rows(id, page, onlyFaulty);
    return connectionOf(rows, (row) => importRowType(row, viewer.language));
  }

  @Allow('staff')
  @ResolveField(() => Int, { description: 'Rows made so far; it grows while the import is being applied.' })
  appliedRows(@Parent() { id }: ImportType): Promise<number> {
    return this.repository.applied(id);
  }

  @Allow('staff')
  @Mutation(() => ImportOrRefusal, {
    description:
      'Imports every row of the file, or none. Applying it again changes nothing. Refuses with IMPORT_HAS_FAULTS, IMPORT_CHANGED, IMPORT_EXPIRED or IMPORT_UNDONE.',
  })
  async applyImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @Context() { deadline }: RequestContext,
  ): Promise<ImportType | Refusal> {
    deadline.allowWholeFile();
    return shown(await this.service.apply(viewer, id), (batch) => this.typeOf(batch, viewer));
  }

  @Allow('staff')
  @Mutation(() => ImportOrRefusal, {
    description:
      'Takes back what the import made, while nothing else refers to it. Refuses with IMPORT_IN_USE or IMPORT_NOT_APPLIED.',
  })
  async undoImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @Context() { deadline }: RequestContext,
  ): Promise<ImportType | Refusal> {
    deadline.allowWholeFile();
    return shown(await this.service.undo(viewer, id), (batch) => this.typeOf(batch, viewer));
  }

  private typeOf(batch: ImportBatch, { language }: Viewer): ImportType {
    return importType(batch, this.importers.of(batch.kind), language);
  }
}
