# The server and the loader, each a static program, in an image without a
# shell or package manager, for a user without rights.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ENV CGO_ENABLED=0
RUN go build -trimpath -ldflags=-s -o /out/ ./server ./loader

FROM gcr.io/distroless/static-debian12:nonroot
# The health check of compose.yaml has to ask from inside.
COPY --from=busybox:1.37.0-musl /bin/busybox /bin/busybox
COPY --from=build /out/server /out/loader /usr/local/bin/
USER nonroot
EXPOSE 8080
ENTRYPOINT ["/usr/local/bin/server"]
CMD ["--addr", ":8080", "--store", "sqlite::memory:"]
