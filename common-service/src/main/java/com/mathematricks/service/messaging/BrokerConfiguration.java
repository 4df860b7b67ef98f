package com.mathematricks.service.messaging;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// For the services that need RabbitMQ.
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {

    @Bean(initMethod = "start")
    BrokerWatch brokerWatch(ObjectProvider<ConnectionFactory> connections) {
        return new BrokerWatch(connections.getIfAvailable());
    }
}
