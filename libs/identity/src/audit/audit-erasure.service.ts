import { newId } from '#kernel';
import type { Viewer, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import type { AuditEntry } from './audit-entry.entity.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealing } from './audit-sealing.service.js';
import { AuditService } from './audit.service.js';
import { valuesOf, type ErasableValues } from './audit-seal.js';

export interface Erasure {
  readonly viewer: Viewer;
  /** The person whose data is erased. */
  readonly personId: string;
  /** Everything personal that may stand in a value: names, addresses, phones, numbers of documents. Case does not matter. */
  readonly values: readonly string[];
  /** The person's links and accounts: from where they came is erased as well. */
  readonly actorIds: readonly string[];
  /** The person and the rows about them: there parts of the name tell enough. */
  readonly subjectIds: readonly string[];
  /** Given names and family names, which elsewhere are other people's as well. */
  readonly nameParts: readonly string[];
}

/** Erases a person's data from the audit. The chain covers digests, so it still holds; an entry tells which deed erased it. */
@Injectable()
export class AuditErasure {
  constructor(
    private readonly entries: AuditRepository,
    private readonly sealing: AuditSealing,
    private readonly audit: AuditService,
  ) {}

  /** In the unit of work that anonymises the person, after everything else was written. Answers from how many entries. */
  async erase(work: Work, { viewer, personId, values, actorIds, subjectIds, nameParts }: Erasure): Promise<number> {
    const subject = { subject: 'Person', subjectId: personId };
    const erasedBy = newId();
    await this.audit.record(work, { viewer, id: erasedBy, action: 'person.erasedFromAudit', ...subject });
    await this.sealing.sealNow(work);
    const [wanted, parts] = [values, nameParts].map(searched);
    const found = await this.entries.mentioning(work.manager, { words: wanted, actorIds, subjectIds });
    for (const entry of found) {
      const isTheirs = entry.actorId !== null && actorIds.includes(entry.actorId);
      const words = subjectIds.includes(entry.subjectId) ? [...wanted, ...parts] : wanted;
      await this.entries.replaceValues(work.manager, entry.id, { ...without(entry, words, isTheirs), erasedBy });
    }
    return found.length;
  }
}

function searched(values: readonly string[]): string[] {
  return values.map((value) => value.trim().toLowerCase()).filter((value) => value !== '');
}

/** The entry's values and salts but for those that mention one of the words. */
function without(entry: AuditEntry, wanted: readonly string[], isTheirs: boolean) {
  const kept: Required<{ [Column in keyof ErasableValues]: Record<string, unknown> }> = {
    before: {},
    after: {},
    cameFrom: {},
  };
  const salts: Record<string, string> = {};
  for (const [path, value] of valuesOf(entry)) {
    const [column, name] = splitPath(path);
    const said = JSON.stringify(value).toLowerCase();
    if ((isTheirs && column === 'cameFrom') || wanted.some((word) => said.includes(JSON.stringify(word).slice(1, -1))))
      continue;
    kept[column][name] = value;
    if (entry.salts?.[path]) salts[path] = entry.salts[path];
  }
  return { ...kept, salts };
}

function splitPath(path: string): [keyof ErasableValues, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot) as keyof ErasableValues, path.slice(dot + 1)];
}
