import '../../../apps/api/print-schema.js';
