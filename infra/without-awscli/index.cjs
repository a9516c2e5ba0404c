throw new Error(
  'A construct asks for the AWS CLI (BucketDeployment, AwsCliLayer). Take the line of `overrides` for it out of package.json, then npm install.',
)
