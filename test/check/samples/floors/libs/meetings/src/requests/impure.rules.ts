import 'typeorm';
import './meeting-request.entity.js';
import { databaseUrl } from '#platform';
export const rule = databaseUrl;
