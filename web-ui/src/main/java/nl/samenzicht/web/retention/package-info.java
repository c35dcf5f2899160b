/** Where the officer sees what is due to be destroyed, holds it up or proposes it, and where a colleague agrees. */
package nl.samenzicht.web.retention;
