import { at, type Client, type Query } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { channels } from '../../store/channels/channels';
import { priceListAssignments } from '../../store/pricing/priceListAssignments';
import { assignmentLabel, withNames, type NamedAssignment } from './assignmentNames';
import {
	includes,
	options,
	optionsOrNone,
	PAGE,
	pageOf,
	picker,
	productInForm,
	search,
	type Named,
} from './build';

const locations: Collection = {
	path: '/v3/inventory/locations',
	paging: 'v3',
	pageSize: 100,
	task: 'list the inventory locations',
	scope: 'locations:read',
};

const listChannels = async (client: Client) =>
	(await list<Named>(client, channels)).map(({ id, name }) => ({ name, value: id }));

const listLocations = async (client: Client) => {
	const rows = await list<{ id: number; label: string; code: string; is_default?: boolean }>(
		client,
		locations,
		{ query: { is_active: true } },
	);
	return rows.map(({ id, label, code }) => ({
		name: code ? `${label} (${code})` : label,
		value: id,
	}));
};

interface Variant {
	id: number;
	sku: string;
	option_values: Array<{ option_display_name: string; label: string }>;
}

const variantLabel = ({ id, sku, option_values }: Variant) =>
	[option_values.map(({ label }) => label).join(', '), sku].filter(Boolean).join(' · ') || `#${id}`;

type ListedProduct = Named & { sku: string };

const readProducts = async (client: Client, query: Query): Promise<ListedProduct[]> =>
	await client.getRows<ListedProduct>({
		path: '/v3/catalog/products',
		task: 'search the products',
		scope: 'products:read',
		query: { include_fields: 'name,sku', limit: PAGE, ...query },
	});

async function productsWithVariant(client: Client, sku: string): Promise<ListedProduct[]> {
	const found = await client.getRows<{ product_id: number }>({
		path: '/v3/catalog/variants',
		task: 'search the variants',
		scope: 'products:read',
		query: { sku, include_fields: 'product_id', limit: PAGE },
	});
	if (found.length === 0) return [];
	return await readProducts(client, {
		'id:in': [...new Set(found.map(({ product_id }) => product_id))].join(','),
	});
}

export const catalogueOptions = {
	getChannels: options(listChannels),
	getChannelsOrAll: optionsOrNone('All Channels', listChannels),
	getInventoryLocations: options(listLocations),
	getStockLocations: optionsOrNone('Default Location', listLocations),
};

export const catalogueSearches = {
	searchBrands: search<Named>(
		{
			path: '/v3/catalog/brands',
			paging: 'v3',
			pageSize: 250,
			task: 'search the brands',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ id, name }) => ({ name, value: id }),
	),
	/** Several categories may share a name; their addresses differ. */
	searchCategories: search<{ category_id: number; name: string; url: { path: string } }>(
		{
			path: '/v3/catalog/trees/categories',
			paging: 'v3',
			pageSize: 250,
			task: 'search the categories',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ category_id, name, url }) => ({ name: `${name} (${url.path})`, value: category_id }),
	),
	/** The API has no filter by name, and a store has few channels. */
	searchChannels: search<Named & { platform: string }>(
		channels,
		() => ({}),
		({ id, name, platform }) => ({ name: `${name} (${platform})`, value: id }),
		({ id, name, platform }, text) => includes(`${id} ${name} ${platform}`, text),
	),
	searchPriceListAssignments: search<NamedAssignment>(
		priceListAssignments,
		() => ({}),
		(assignment) => ({ name: assignmentLabel(assignment), value: assignment.id }),
		(assignment, text) => includes(assignmentLabel(assignment), text),
		withNames,
	),
	searchPriceLists: search<Named & { active: boolean }>(
		{
			path: '/v3/pricelists',
			paging: 'v3',
			pageSize: 250,
			task: 'search the price lists',
			scope: 'products:read',
		},
		(text) => ({ 'name:like': text }),
		({ id, name, active }) => ({ name: active ? name : `${name} (off)`, value: id }),
	),
	/** A keyword finds names and the products' own SKUs; those of variants are found whole (API notes 2.9). */
	searchProducts: picker(async ({ client, text, page }) => {
		const [rows, withSku] = await Promise.all([
			readProducts(client, { keyword: text, page }),
			text !== '' && page === 1 ? productsWithVariant(client, text) : [],
		]);
		const others = rows.filter(({ id }) => !withSku.some((product) => product.id === id));
		const shown = [...withSku, ...others].map(({ id, name, sku }) => ({
			name: sku ? `${name} (${sku})` : name,
			value: id,
		}));
		return pageOf(shown, page, rows.length === PAGE);
	}),
	/** The variants of the product that the form's Product names. */
	searchVariants: search<Variant>(
		(form) => {
			const product = productInForm(form);
			return {
				path: at`/v3/catalog/products/${product}/variants`,
				paging: 'v3',
				pageSize: 250,
				task: `list the variants of product ${product}`,
				scope: 'products:read',
			};
		},
		() => ({}),
		(variant) => ({ name: variantLabel(variant), value: variant.id }),
		(variant, text) => includes(`${variant.id} ${variantLabel(variant)}`, text),
	),
};
