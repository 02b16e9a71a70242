/** The whole product on one machine: embedded Flink, the Language emulator, a lake in a folder. */
package io.nextgen.insight.local;
