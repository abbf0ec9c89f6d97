Imports System
Imports Plannr.Client
Imports Plannr.Generated

Module Program

    Sub Main()
        Dim options As New PlannrClientOptions With {
            .AccessToken = Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN"),
            .BaseAddress = New Uri(Environment.GetEnvironmentVariable("PLANNR_BASE_URL"))
        }
        Using plannr As New PlannrClient(options)
            Dim request As New UpdateOAuthConnectionRequest With {.Label = "Renamed in Visual Basic"}
            Dim connection = plannr.OAuthConnections.UpdateAsync(New Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed"), request).GetAwaiter().GetResult()
            Console.WriteLine($"{connection.Uuid} {connection.Label}")
        End Using
    End Sub

End Module
