/** Tests of the folder in the place of S3. */
package dailyreport.bootstrap.local.folder;
