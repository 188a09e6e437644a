import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { enforceAccess } from '../access/schema-rules.js';
import { glob } from '../database/glob.js';
import { RefusalResolver } from './refusal.type.js';

/** The schema of every resolver in the libs, found by their suffix, built without a database. Throws where a field states no access rule. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const files = await glob('.resolver.js');
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, Type>>));
  const resolvers = modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === 'function');
  const schema = await app.get(GraphQLSchemaFactory).create([RefusalResolver, ...resolvers]);
  await app.close();
  return enforceAccess(lexicographicSortSchema(schema));
}

/** The schema in SDL, as it is committed in apps/api/schema.graphql. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(await buildSchema())}\n`;
}
