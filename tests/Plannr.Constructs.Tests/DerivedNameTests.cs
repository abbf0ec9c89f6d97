using Plannr.Constructs.DerivedNames;

namespace Plannr.Constructs.Tests;

/// <summary>Tests operations whose IDs do not have the form <c>Group_Method</c>.</summary>
public sealed class DerivedNameTests
{
    [Test]
    public async Task Method_with_a_derived_name_sends_to_the_path_of_its_operation()
    {
        Assert.That(await Exchange.TargetOf(c => new PetsClient(c).ListAsync()), Is.EqualTo("/v1/pets"));
        Assert.That(await Exchange.TargetOf(c => new PetsClient(c).CreatePetAsync()), Is.EqualTo("/v1/pets"));
        Assert.That(await Exchange.TargetOf(c => new HttpGroupClient(c).DeleteV1HttpAsync()), Is.EqualTo("/v1/http"));
        Assert.That(await Exchange.TargetOf(c => new ПоискClient(c).SearchPetsAsync()), Is.EqualTo("/v1/search"));
    }

    [Test]
    public async Task Inline_response_type_is_named_after_the_derived_operation_name()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"name":"Rex"}"""));
        using var httpClient = server.CreateClient();

        PetsGetV1PetsByPetIdResponse pet = await new PetsClient(httpClient).GetV1PetsByPetIdAsync("1");

        Assert.That(pet.Name, Is.EqualTo("Rex"));
    }
}
