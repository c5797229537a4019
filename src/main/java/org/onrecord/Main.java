// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

/** The program: hands its arguments to the command line and exits with the code that this gives. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
