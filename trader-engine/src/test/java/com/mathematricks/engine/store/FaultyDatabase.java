package com.mathematricks.engine.store;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A database whose writes fail on command, before they are done or, as with a lost answer, after.
public final class FaultyDatabase {

    public enum Fault {
        NONE,
        BEFORE_WRITE,
        AFTER_WRITE
    }

    private static final Set<String> WRITES =
            Set.of("insertOne", "insertMany", "replaceOne", "updateOne", "bulkWrite");

    private final MongoDatabase real;
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    public FaultyDatabase(MongoDatabase real) {
        this.real = real;
    }

    public void begin(Fault given) {
        fault = given;
    }

    public void end() {
        fault = Fault.NONE;
    }

    public void awaitFailure() {
        try {
            if (!failed.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no write failed within 10 s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public MongoDatabase database() {
        return proxy(MongoDatabase.class, real);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        boolean write = WRITES.contains(method.getName());
        Fault now = write ? fault : Fault.NONE;
        if (now == Fault.BEFORE_WRITE) {
            throw lost();
        }
        try {
            Object answer = method.invoke(target, arguments);
            if (now == Fault.AFTER_WRITE) {
                throw lost();
            }
            return answer instanceof MongoCollection<?> collection
                    ? proxy(MongoCollection.class, collection)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private MongoSocketReadException lost() {
        failed.countDown();
        return new MongoSocketReadException("lost", new ServerAddress());
    }
}
