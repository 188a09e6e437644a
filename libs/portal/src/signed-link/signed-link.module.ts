import { Module } from '@nestjs/common';
import { SignedLinks } from './signed-link.js';

@Module({ providers: [SignedLinks], exports: [SignedLinks] })
export class SignedLinkModule {}
