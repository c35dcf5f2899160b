/**
 * Cases from the field's own standard: the filled Excel sheet of the Human Trafficking Case Data Standard (HTCDS) 2.0
 * becomes case files.
 *
 * <p>A dry run says where each column goes and everything that is wrong, by row and column; the import reads the same
 * file again and is one transaction. A column for which there is a field becomes that field; what has none goes into a
 * dated note in the words of the sheet, so nothing is lost. The sheet is read in a streaming way with limits, formulas
 * are refused rather than computed, and neither values nor the name of the file reach a log.
 *
 * <p>What people read decides: where the sheet's hidden first row of system names and the headings below it disagree, as
 * they do in the address columns of the published sheet, the visible heading is meant.
 *
 * @see <a href="https://github.com/UNMigration/HTCDS">HTCDS by IOM, CC BY 4.0</a>
 */
package nl.samenzicht.domain.htcds;
