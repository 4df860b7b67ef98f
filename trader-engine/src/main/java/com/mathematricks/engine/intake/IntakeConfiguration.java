package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.instrument.InstrumentTable;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    SignalPrices signalPrices(EngineService service, InstrumentTable instruments, Clock clock) {
        return new SignalPrices(service, instruments, clock);
    }
}
