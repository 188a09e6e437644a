import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Its table lacks a column. */
export class Haunt {}

Entity('haunt')(Haunt);
PrimaryColumn('uuid')(Haunt.prototype, 'id');
Column('text')(Haunt.prototype, 'since');
