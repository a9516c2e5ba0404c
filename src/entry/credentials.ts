/**
 * In the bundle this takes the place of the SDK's search for credentials: in a function they always stand in the
 * environment, and profiles, single sign-on and instance roles would be a third of the code.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
