export { RoutesPublisher, type RoutesPublisherOptions } from "./routes-publisher.ts";
export { RoutesReader } from "./routes-reader.ts";
