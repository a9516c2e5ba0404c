throw new Error(
  'A construct asks for the AWS CLI (BucketDeployment, AwsCliLayer). Take its line out of devDependencies in package.json, then npm install.',
)
