package com.mathematricks.service.store;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connection to the store. Every write is acknowledged by a majority and journalled on disk
/// before it counts, every read sees only such writes.
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /// No call on which trading waits takes longer than this; what came of it is then unknown.
    public static final int CALL_LIMIT_SECONDS = 2;

    /// Nor does any other: an answer that has not begun by then never comes.
    private static final int ANSWER_LIMIT_SECONDS = 60;

    @Bean
    MongoClientSettingsBuilderCustomizer callLimits() {
        return settings ->
                settings.applyToSocketSettings(socket ->
                                socket.connectTimeout(CALL_LIMIT_SECONDS, TimeUnit.SECONDS)
                                        .readTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(
                                        CALL_LIMIT_SECONDS, TimeUnit.SECONDS))
                        .retryWrites(false);
    }

    @Bean
    MongoDatabase store(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
        String stated = new ConnectionString(uri).getDatabase();
        return client.getDatabase(stated == null ? Collections.DATABASE : stated)
                .withWriteConcern(
                        WriteConcern.MAJORITY
                                .withJournal(true)
                                .withWTimeout(CALL_LIMIT_SECONDS, TimeUnit.SECONDS))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Bean(initMethod = "start")
    StoreWatch mongodbWatch(MongoDatabase store, @Value("${spring.mongodb.uri}") String uri) {
        return new StoreWatch(store, new ConnectionString(uri));
    }
}
