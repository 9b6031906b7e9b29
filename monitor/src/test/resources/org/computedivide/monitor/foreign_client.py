"""A stock client reads alerts: python3 foreign_client.py BROKERS REGISTRY TOPIC prints the first one as JSON."""
import json, sys, time
from confluent_kafka import Consumer
from confluent_kafka.avro import CachedSchemaRegistryClient, MessageSerializer

consumer = Consumer({
    "bootstrap.servers": sys.argv[1],
    "group.id": "foreign-client",
    "auto.offset.reset": "earliest",
    "isolation.level": "read_committed",
})
values = MessageSerializer(CachedSchemaRegistryClient({"url": sys.argv[2]}))
consumer.subscribe([sys.argv[3]])
end = time.monotonic() + 60
while time.monotonic() < end:
    message = consumer.poll(1)
    if message is not None and message.error() is None:
        print(json.dumps(values.decode_message(message.value()), default=str))
        break
consumer.close()
