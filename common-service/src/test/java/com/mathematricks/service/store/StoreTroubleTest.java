package com.mathematricks.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {

    private static final String CLUSTER =
            "Timed out while waiting for a server that matches WritableServerSelector. Client view of cluster state is {type=UNKNOWN, servers=[{address=db:27017, type=UNKNOWN, state=CONNECTING, exception={com.mongodb.";

    private static String told(Throwable failure) {
        return StoreTrouble.of(failure, "trader-engine");
    }

    private static MongoTimeoutException cluster(String exception) {
        return new MongoTimeoutException(CLUSTER + exception + "}}]");
    }

    @Test
    void saysThatNobodyListens() {
        assertThat(
                        told(
                                cluster(
                                        "MongoSocketOpenException: Exception opening socket}, caused by {java.net.ConnectException: Connection refused")))
                .isEqualTo("connection refused");
        assertThat(
                        told(
                                new MongoSocketOpenException(
                                        "Exception opening socket",
                                        new ServerAddress("db"),
                                        new ConnectException("Connection refused"))))
                .isEqualTo("connection refused");
    }

    @Test
    void saysThatThePasswordIsRefusedAndNeverWhich() {
        var credential =
                MongoCredential.createCredential("trader-engine", "admin", "secret".toCharArray());
        var refused = new MongoSecurityException(credential, "Exception authenticating");

        assertThat(told(refused))
                .isEqualTo(
                        "it refuses the user trader-engine; is the password the one that it knows?");
        assertThat(told(new IllegalStateException(refused))).contains("it refuses the user");
        assertThat(StoreTrouble.of(refused, null)).contains("names no user");
    }

    @Test
    void saysWhatElseItIs() {
        assertThat(
                        told(
                                cluster(
                                        "MongoSocketException: db}, caused by {java.net.UnknownHostException: db")))
                .isEqualTo("its name is not known");
        assertThat(
                        told(
                                cluster(
                                        "MongoSocketReadTimeoutException: Timeout while receiving message")))
                .isEqualTo("no answer in time");
        assertThat(
                        told(
                                cluster(
                                        "MongoSocketOpenException: x}, caused by {java.net.NoRouteToHostException: No route to host")))
                .isEqualTo("No route to host");
    }

    @Test
    void isOneShortLine() {
        assertThat(told(new IllegalStateException("a\nb " + "c".repeat(500))))
                .startsWith("a b ccc")
                .hasSize(201);
        assertThat(told(new IllegalStateException(new IOException("x")))).isNotBlank();
    }
}
