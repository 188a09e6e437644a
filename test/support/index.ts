export { testApi, testApp, testStart, type TestApi, type TestApp } from './app.js';
export { cloneDatabase, type ClonedDatabase } from './database.js';
export { graphql, type GraphqlAnswer } from './graphql.js';
export { chromium, describeWith, redis, type Outside } from './outside.js';
