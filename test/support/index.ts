export { testApi, testApp, testStart, type TestApi, type TestApp } from './app.js';
export { CuttableWire } from './cut-wire.js';
export { cloneDatabase, type ClonedDatabase } from './database.js';
export { eventually } from './eventually.js';
export { graphql, type GraphqlAnswer } from './graphql.js';
export { chromium, describeWith, redis, type Outside } from './outside.js';
export { cookieOf, signedIn, testPassword, type SignedInStaff } from './sign-in.js';
export { administrator, anonymous, byLink, staffOf } from './viewers.js';
export { startProduct, type Product } from './product.js';
