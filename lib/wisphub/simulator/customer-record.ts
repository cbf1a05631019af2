import { toUserName } from './person-name';
import { between } from './random';
import type { SimulatedService } from './simulated-service';

/** The record in the customer list, 54 keys like upstream's. The passwords are invented and must be dropped. */
export function toCustomerRecord(service: SimulatedService): Record<string, unknown> {
  return { ...person(service), ...equipment(service), ...account(service), ...relations(service) };
}

export function userOf(service: SimulatedService): string {
  return `${toUserName(service.fullName)}.${service.id}@isp-demo`;
}

function person(service: SimulatedService) {
  const user = userOf(service);
  return {
    id_servicio: service.id,
    usuario: user,
    nombre: service.fullName,
    email: user.replace('isp-demo', 'example.org'),
    cedula: service.document,
    rfc: '',
    direccion: service.address,
    localidad: service.locality,
    ciudad: service.city,
    telefono: service.phones.join(','),
    coordenadas: '',
    comentarios: '',
    external_id: null,
    servicio: user.replace('@isp-demo', ''),
    password_servicio: `never-keep-servicio-${service.id}`,
  };
}

function equipment(service: SimulatedService) {
  return {
    server_hotspot: '',
    ip: service.ip,
    ip_local: null,
    mac_cpe: service.mac,
    ip_cpe: null,
    modelo_antena: null,
    usuario_cpe: 'admin',
    password_cpe: `never-keep-cpe-${service.id}`,
    interfaz_lan: service.plan.technology === 'fibre' ? 'vlan-clientes' : 'bridge-clientes',
    modelo_router_wifi: null,
    ip_router_wifi: null,
    mac_router_wifi: '',
    usuario_router_wifi: 'admin',
    password_router_wifi: `never-keep-wifi-${service.id}`,
    ssid_router_wifi: `casa-${service.id}`,
    password_ssid_router_wifi: `never-keep-ssid-${service.id}`,
    firewall: false,
  };
}

function account(service: SimulatedService) {
  const day = between(1, 28, service.id, 'installed');
  const installed = `${String(day).padStart(2, '0')}/04/2025`;
  const changed = `${String(between(1, 28, service.id, 'changed')).padStart(2, '0')}/04/2026 11:08:11`;
  return {
    estado: service.accountState,
    estado_instalacion: 'Instalado',
    estado_facturas: service.balance > 0 ? 'Pendiente de Pago' : 'Pagadas',
    saldo: service.balance.toFixed(2),
    precio_plan: service.plan.price.toFixed(2),
    descuento: '0.00',
    costo_instalacion: '0.00',
    forma_contratacion: null,
    fecha_instalacion: `${installed} 10:30:00`,
    fecha_cancelacion: service.accountState === 'Cancelado' ? changed : null,
    fecha_corte: `${between(1, 28, service.id, 'cut')}/05/2026`,
    ultimo_cambio: changed,
    auto_activar_servicio: true,
    aviso_pantalla: true,
    notificacion_sms: false,
    notificaciones_push: false,
    forma_pago: null,
  };
}

function relations({ plan, router, sector }: SimulatedService) {
  return {
    plan_internet: { id: plan.id, nombre: plan.name },
    zona: { id: router.zone.id, nombre: router.zone.name },
    router: {
      id: router.id,
      nombre: router.name,
      falla_general: router.generalFailure !== null,
      falla_general_descripcion: router.generalFailure ?? '',
    },
    sectorial: sector === null ? null : { id: sector.id, nombre: sector.name },
    tecnico: { id: 9, nombre: '' },
  };
}
