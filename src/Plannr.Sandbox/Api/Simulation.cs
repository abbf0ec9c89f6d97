namespace Plannr.Sandbox.Api;

/// <summary>Marks responses with behavior that the vendor does not document, such as the consent page, as a simulation.</summary>
internal static class Simulation
{
    public const string Value = "simulation";

    public static JsonResponse Mark(JsonResponse response)
    {
        response.Headers[ExampleResponse.Header] = Value;
        return response;
    }

    public static void Mark(HttpResponse response) => response.Headers[ExampleResponse.Header] = Value;
}
