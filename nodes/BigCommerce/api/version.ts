/** Kept equal to package.json by a test: the package file lies outside the compiled folder. */
export const VERSION = '0.1.0';
