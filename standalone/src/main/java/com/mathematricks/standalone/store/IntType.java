package com.mathematricks.standalone.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// How H2 stores the small numbers in an index.
final class IntType extends BasicDataType<Integer> {

    static final IntType INSTANCE = new IntType();

    private IntType() {}

    @Override
    public int getMemory(Integer number) {
        return number < 128 ? 0 : 16;
    }

    @Override
    public void write(WriteBuffer buffer, Integer number) {
        buffer.putVarInt(number);
    }

    @Override
    public Integer read(ByteBuffer buffer) {
        return DataUtils.readVarInt(buffer);
    }

    @Override
    public Integer[] createStorage(int size) {
        return new Integer[size];
    }
}
