// SPDX-License-Identifier: Apache-2.0
package org.apache.jena.sparql.lang.sparql_11.javacc;

/**
 * Makes the package exist on Jena 5, which keeps its parser of SPARQL 1.1 one package above; on Jena 6 it is here. So one
 * source, {@code GuardedParser}, can import both packages. To be deleted with Jena 5.
 */
interface ParserPackage {}
