import 'fast-check';
import 'pg';
import './meeting-request.rules.js';
