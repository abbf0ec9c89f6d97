open System
open Plannr.Client
open Plannr.Generated

let options =
    PlannrClientOptions(
        AccessToken = Environment.GetEnvironmentVariable "PLANNR_ACCESS_TOKEN",
        BaseAddress = Uri(Environment.GetEnvironmentVariable "PLANNR_BASE_URL")
    )

let relabel (id: Guid) label =
    task {
        use plannr = new PlannrClient(options)
        let! connection = plannr.OAuthConnections.UpdateAsync(id, UpdateOAuthConnectionRequest(Label = label))
        printfn $"{connection.Uuid} {connection.Label}"
    }

(relabel (Guid "6ff8f7f6-1eb3-3525-be4a-3932c805afed") "Renamed in F#").GetAwaiter().GetResult()
