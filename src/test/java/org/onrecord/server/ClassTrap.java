// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

/** A class that tells when it is loaded. */
final class ClassTrap {
    static {
        System.setProperty("onrecord.classTrap", "loaded");
    }

    private ClassTrap() {}
}
